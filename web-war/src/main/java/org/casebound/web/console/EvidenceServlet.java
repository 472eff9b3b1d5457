package org.casebound.web.console;

import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.web.api.json.ApiJson;

/**
 * The evidence of a case, at {@code /evidence/<case number>}: a zip with a summary to read and print (PDF), the case as JSON (data,
 * flow with every try, history), its documents save those kept away because of a virus scan, and {@code SHA256SUMS} of them all, which {@code sha256sum -c} checks. What the reader may
 * not see is masked in it.
 */
@WebServlet("/evidence/*")
public class EvidenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/(C-\\d{8,18})");
  /** Who may read documents. */
  private static final List<String> READERS = List.of("requester", "agent", "lead");
  private static final ObjectWriter JSON = ApiJson.mapper().writerWithDefaultPrettyPrinter();

  @Inject private transient CaseDesk desk;
  @Inject private transient EvidenceSummary summary;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (READERS.stream().noneMatch(request::isUserInRole)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      CaseView view = desk.byNumber(path.group(1));
      byte[] paper = summary.of(view, request.getRemoteUser(), EvidenceServlet::path);
      response.setContentType("application/zip");
      response.setHeader("Content-Disposition", "attachment; filename=\"%s.zip\"".formatted(view.number()));
      pack(view, paper, response);
    } catch (UnknownRecord unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (ForbiddenAction | EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** One document at a time is in memory. */
  private void pack(CaseView view, byte[] paper, HttpServletResponse response) throws IOException {
    byte[] json = JSON.writeValueAsBytes(view);
    StringBuilder sums = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
      add(zip, "summary.pdf", paper, sums);
      for (CaseView.DocumentView document : view.documents()) {
        if (document.readable()) {
          byte[] bytes = desk.document(view.number(), document.id()).bytes();
          add(zip, path(document), bytes, sums);
        }
      }
      add(zip, "case.json", json, sums);
      add(zip, "SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8), new StringBuilder());
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes, StringBuilder sums) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
    sums.append(HexFormat.of().formatHex(sha256().digest(bytes))).append("  ").append(name).append('\n');
  }

  /** Where a document lies, under a name that stays inside its folder on any system. */
  private static String path(CaseView.DocumentView document) {
    return "documents/%d-%s".formatted(document.id(), document.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
