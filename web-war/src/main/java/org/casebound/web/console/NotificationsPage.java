package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.notice.DigestDesk;
import org.casebound.fulfillment.notice.MailDigestView;
import org.casebound.fulfillment.notice.NoticeDesk;
import org.casebound.fulfillment.notice.NoticeView;
import org.jspecify.annotations.Nullable;

/** What the visitor and his queues were told, and whether he has it by mail, too. */
@Named
@ViewScoped
public class NotificationsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PATH = "/notifications";
  private static final int SIZE = 50;
  /** How long is gathered before a mail is written. */
  private static final List<Duration> TIMES = List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1));

  @Inject private NoticeDesk desk;
  @Inject private DigestDesk digests;
  @Inject private Notices notices;
  @Inject private Reasons reasons;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private boolean all;
  private String mail = "";
  private String gather = Duration.ofMinutes(15).toString();
  private boolean mailed;
  private transient Optional<String> cursor = Optional.empty();
  private transient Page<NoticeView> page = new Page<>(List.of(), Optional.empty());

  /** Reads the list and the wish for mails. */
  public void open() {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    all = parameters.apply("view").filter("all"::equals).isPresent();
    cursor = parameters.apply("cursor");
    read();
    Optional<MailDigestView> wish = isMailPossible() ? digests.mine() : Optional.empty();
    mailed = wish.isPresent();
    wish.ifPresent(
        known -> {
          mail = known.address();
          gather = known.gather().toString();
        });
  }

  private void read() {
    notices.ask(() -> desk.page(!all, cursor, SIZE)).ifPresent(found -> page = found);
  }

  /** The visitor wants mails, or wants them otherwise. */
  public void chooseMail() {
    if (notices.runs(() -> digests.choose(mail.strip(), gather))) {
      notices.success(texts.of("told.mail.chosen", mail.strip()));
      Address.of(PATH).go();
    } else {
      read();
    }
  }

  /** The visitor wants no mails any more. */
  public void endMail() {
    if (notices.runs(digests::end)) {
      notices.success(texts.of("told.mail.ended"));
      Address.of(PATH).go();
    }
  }

  /** What was told, in a line. */
  public String subject(NoticeView told) {
    return reasons.of(told.subject());
  }

  /** The rest of what was told. */
  public String text(NoticeView told) {
    return reasons.of(told.text());
  }

  /** Where it leads: the case, the request of one's own, the process or the webhook; nothing when the visitor has no page of it. */
  public @Nullable String link(NoticeView told) {
    String place = visitor.isRequesterOnly() ? "/track/" : "/case/";
    return told.caseNumber()
        .map(number -> place + number)
        .or(() -> told.process().filter(name -> visitor.isStudioReader()).map(name -> "/process/" + name))
        .or(() -> told.webhook().filter(name -> visitor.isOperator()).map(name -> "/integrations/webhook/" + name))
        .map(path -> Address.of(path).toString())
        .orElse(null);
  }

  /** What can be chosen as the time to gather; another one that was chosen by the API stays. */
  public List<String> getTimes() {
    List<String> usual = TIMES.stream().map(Duration::toString).toList();
    return usual.contains(gather) ? usual : Stream.concat(Stream.of(gather), usual.stream()).toList();
  }

  /** A time to gather in words. */
  public String timeText(String iso) {
    Duration time = Duration.parse(iso);
    if (time.toSecondsPart() > 0) {
      return texts.of("told.seconds", time.toSeconds());
    }
    if (time.toMinutesPart() > 0) {
      return texts.of("told.minutes", time.toMinutes());
    }
    return texts.of("told.hours", time.toHours());
  }

  static Address at(boolean ofAll) {
    return Address.of(PATH).with("view", ofAll ? "all" : null);
  }

  /** Address of the list of everything, or of what is unread. */
  public String address(boolean ofAll) {
    return at(ofAll).toString();
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> at(all).with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.isPresent() ? address(all) : null;
  }

  public List<NoticeView> getItems() {
    return page.items();
  }

  /** Those of this page that nobody has read. */
  public List<NoticeView> getUnread() {
    return page.items().stream().filter(told -> told.readAt().isEmpty()).toList();
  }

  public boolean isAll() {
    return all;
  }

  public boolean isMailPossible() {
    return digests.isPossible();
  }

  public boolean isMailed() {
    return mailed;
  }

  public String getMail() {
    return mail;
  }

  public void setMail(String mail) {
    this.mail = mail;
  }

  public String getGather() {
    return gather;
  }

  public void setGather(String gather) {
    this.gather = gather;
  }
}
