package org.casebound.fulfillment.config;

import java.time.Duration;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the fulfillment module tells an operator. Numbers 10100 to 10999; a retired number is never used again. */
@MessageLogger(projectCode = "CBD", length = 5)
public interface FulfillmentLog extends BasicLogger {
  /** The log. */
  FulfillmentLog LOG =
      Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), FulfillmentLog.class, "org.casebound");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10100, value = "Try %d of a call could not be run here; another look in at most the time of its lease: %s")
  void attemptBroke(long attemptId, String reason, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10101, value = "The look for due work failed; the next one comes as usual")
  void pollFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10102, value = "Case %s, flow %s: incident %s at step '%s': %s")
  void incident(String caseNumber, String flow, String code, String step, String message);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10103, value = "A late answer to try %d was not applied: it is %s")
  void lateAnswer(long attemptId, String state);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10104, value = "Process %s, version %d, is active (from %s)")
  void processActive(String name, int version, String source);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10105, value = "Bundle %s was refused whole: %s")
  void bundleRefused(String file, String problems);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10106, value = "Try %d fell silent; %s takes over with try number %d")
  void leaseLost(long attemptId, String node, int next);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10107, value = "The acknowledgement of try %d is overdue; asking the back office")
  void acknowledgementOverdue(long attemptId);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10108, value = "Acknowledgement %s of connector %s answers no known call; it is kept in the reply inbox")
  void strangerAcknowledgement(String messageId, String connector);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10109, value = "Due task %d failed; it comes again after a pause")
  void dueTaskFailed(long taskId, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10110, value = "Due task %d (%s) could not be done and comes again, again and again if need be: %s")
  void errandFailed(long taskId, Enum<?> kind, String why);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10111, value = "Try %d is due and can not be taken up; the others are, and it is left alone for %s")
  void attemptNotTaken(long attemptId, Duration pause, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10120, value = "Leases could not be prolonged; another node takes over what they guard when they end")
  void heartbeatFailed(@Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10130, value = "Case %s: the condition of milestone %s could not be asked, so it is not reached: %s")
  void milestoneConditionBroken(String caseNumber, String milestone, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10140, value = "Calls to %s stop: %s; work for it is parked and goes on by itself once a probe succeeds")
  void circuitOpened(String connector, String why);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10141, value = "Calls to %s go out again: %s; parked work resumes")
  void circuitClosed(String connector, String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10142, value = "Calls to %s were stopped by %s: %s")
  void circuitStopped(String connector, String user, String why);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10143, value = "The circuit of %s could not be looked after; another look comes")
  void circuitBroke(String connector, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10144, value = "Try %d has not come back from %s; its outcome is taken for unknown, and what still comes is not applied")
  void callOverdue(long attemptId, String connector);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10150, value = "%s makes a test call through %s, operation %s, key %s; it is a real one")
  void testCallBegins(String user, String connector, String operation, String key);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10151, value = "Test call %s: %s %s")
  void testCallEnded(String key, String outcome, String code);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10152, value = "Dead letter %s of %s was sent back by %s: %s")
  void deadLetterSentBack(String id, String connector, String user, String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10153, value = "Dead letter %s of %s was discarded by %s: %s")
  void deadLetterDiscarded(String id, String connector, String user, String why);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10160, value = "%s imported an archive of %d processes; signature: %s, signer: %s")
  void archiveImported(String user, int processes, String standing, String signer);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10161, value = "%s says that a second person must publish drafts: %s")
  void fourEyes(String user, boolean on);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 10162, value = "Process %s version %d came into force, as %s scheduled it")
  void versionInForce(String process, int version, String user);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10163, value = "Process %s version %d did not come into force: %s")
  void versionNotInForce(String process, int version, String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10170, value = "Webhook %s is paused, and its events are kept: %s")
  void webhookPaused(String name, String why);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 10190, value = "Flow %d could not be moved by migration %d; it goes on in its version")
  void migrationFailed(long flowId, long migrationId, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 10195, value = "Target %d of batch %d failed; it is refused, and the others go on")
  void batchTargetFailed(long targetId, long batchId, @Cause Throwable cause);
}
