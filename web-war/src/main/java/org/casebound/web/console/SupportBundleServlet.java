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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.casebound.fulfillment.system.SupportBundle;
import org.casebound.fulfillment.system.SystemDesk;
import org.casebound.web.api.json.ApiJson;

/** What an administrator may send to support, at {@code /admin/support-bundle}: a zip with the state of the installation as JSON. */
@WebServlet("/admin/support-bundle")
public class SupportBundleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final ObjectWriter JSON = ApiJson.mapper().writerWithDefaultPrettyPrinter();

  @Inject private transient SystemDesk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      SupportBundle bundle = desk.supportBundle();
      response.setContentType("application/zip");
      response.setHeader("Content-Disposition", "attachment; filename=\"casebound-support.zip\"");
      response.setHeader("Cache-Control", "no-store");
      try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
        add(zip, "system.json", bundle.report());
        add(zip, "counts.json", bundle.counts());
        add(zip, "nodes.json", bundle.nodes());
      }
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static void add(ZipOutputStream zip, String name, Object content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(JSON.writeValueAsBytes(content));
    zip.closeEntry();
  }
}
