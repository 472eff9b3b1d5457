package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Stands before every page, not before the API: keeps pages out of caches, and refuses commands that another site sends or
 * that do not come from a page of ours. A page's command is a POST with the view state of that page. Each page also learns how much had been
 * told when it was asked for ({@code told}; see {@link LiveChannel}).
 */
@WebFilter("/*")
public class PageGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  /** Commands of scripts and small forms: a POST of our own pages, and no other site's, which browsers tell us apart. */
  private static final Set<String> PLAIN = Set.of(
      "/logout", "/preferences", "/session", "/inbox/act", "/inbox/decision", "/inbox/next", "/inbox/views", "/notifications/read", "/work/draft", "/work/presence");
  /** What pages say in the background. A stranger gets no page for it and no session: that one would lack where he wants to be led after signing in. */
  private static final Set<String> SAID_ASIDE = Set.of("/notifications/count", "/session", "/work/draft", "/work/presence");

  @Inject private transient LiveChannel live;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith("/api/")) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute("told", live.told());
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    boolean fixed = path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/");
    response.setHeader("Cache-Control", fixed ? "public, max-age=86400" : "no-store");
    boolean opensSocket = request.getHeader("Upgrade") != null;
    if (opensSocket && !sameSite(request) || !SAFE.contains(request.getMethod()) && !ours(request, path)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (SAID_ASIDE.contains(path) && request.getRemoteUser() == null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean ours(HttpServletRequest request, String path) {
    return sameSite(request) && (PLAIN.contains(path) || request.getParameter("jakarta.faces.ViewState") != null);
  }

  private static boolean sameSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN_SITE.contains(site);
    }
    String origin = request.getHeader("Origin");
    return origin == null || origin.endsWith("//" + request.getHeader("Host"));
  }
}
