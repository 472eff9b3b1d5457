package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.DocumentContent;

/**
 * The bytes of a case's document, at {@code /documents/<case number>/<document id>}. A stranger's file is never run: pictures
 * are the only type shown in place, everything else is a download, and every answer is sandboxed and not to be sniffed. One that a scanner has
 * not looked at yet, or found harmful, is answered with 409.
 */
@WebServlet("/documents/*")
public class DocumentServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/(C-\\d{8,18})/(\\d{1,18})");
  private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");
  private static final Set<String> KNOWN = Set.of("image/png", "image/jpeg", "application/pdf");

  @Inject private transient CaseDesk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      DocumentContent document = desk.document(path.group(1), Long.parseLong(path.group(2)));
      send(document, request.getParameter("save") != null, response);
    } catch (UnknownRecord unknown) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (ForbiddenAction | EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (RuleViolation keptAway) {
      response.sendError(HttpServletResponse.SC_CONFLICT);
    }
  }

  private static void send(DocumentContent document, boolean save, HttpServletResponse response) throws IOException {
    String type = document.mediaType();
    boolean inPlace = PICTURES.contains(type) && !save;
    response.setContentType(KNOWN.contains(type) ? type : "application/octet-stream");
    response.setContentLength(document.bytes().length);
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Content-Disposition", (inPlace ? "inline" : "attachment") + fileName(document.name()));
    response.getOutputStream().write(document.bytes());
  }

  /** RFC 6266: any name survives, none can break out of the header. */
  private static String fileName(String name) {
    return "; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
