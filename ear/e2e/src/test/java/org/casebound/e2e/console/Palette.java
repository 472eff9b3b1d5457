package org.casebound.e2e.console;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Keeps pictures of pages small: the 256 colours that are most used, any other as the nearest of them. */
final class Palette {
  private static final int COLORS = 256;

  private Palette() {}

  /** Writes a PNG with a palette. */
  static void write(byte[] png, Path file) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
      int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
      int[] colors = mostUsed(pixels);
      IndexColorModel palette = new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
      BufferedImage small = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
      Map<Integer, Integer> nearest = new HashMap<>();
      for (int i = 0; i < pixels.length; i++) {
        int index = nearest.computeIfAbsent(pixels[i], color -> nearest(color, colors));
        small.getRaster().setSample(i % picture.getWidth(), i / picture.getWidth(), 0, index);
      }
      Files.createDirectories(file.getParent());
      ImageIO.write(small, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] mostUsed(int[] pixels) {
    Map<Integer, Integer> uses = new HashMap<>();
    for (int pixel : pixels) {
      uses.merge(pixel, 1, Integer::sum);
    }
    return uses.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(COLORS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static int nearest(int color, int[] colors) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colors.length; i++) {
      int red = (color >> 16 & 255) - (colors[i] >> 16 & 255);
      int green = (color >> 8 & 255) - (colors[i] >> 8 & 255);
      int blue = (color & 255) - (colors[i] & 255);
      int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
