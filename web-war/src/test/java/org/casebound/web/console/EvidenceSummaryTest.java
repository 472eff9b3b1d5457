package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.casebound.domain.cases.CaseRelation;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.MessageSide;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.flow.FlowState;
import org.casebound.domain.flow.StageState;
import org.casebound.domain.flow.StepState;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.casebound.fulfillment.desk.CaseView;
import org.casebound.fulfillment.desk.LinkView;
import org.junit.jupiter.api.Test;

class EvidenceSummaryTest {
  private static final Instant FILED = Instant.parse("2026-11-25T09:00:00Z");
  private static final Instant CLOSED = Instant.parse("2026-11-25T09:30:00Z");
  private static final String REASON = "Core banking has the address.";
  private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private final Texts texts = new Texts();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T07:00:00Z"), ZoneOffset.UTC);
  private final EvidenceSummary summary = new EvidenceSummary(texts, new Words(texts, clock), new StoredFacts(), clock);

  @Test
  void tellsTheCaseInPlainWordsAndNothingThatIsHidden() throws IOException {
    byte[] file = summary.of(view(REASON), "agent", document -> "documents/7-" + document.name());
    Files.write(Path.of("target", "evidence-summary.pdf"), file);
    try (PDDocument paper = Loader.loadPDF(file)) {
      String text = new PDFTextStripper().getText(paper);
      assertThat(text)
          .contains("C-00000042 “Move to 9 Quay Street”", "made for agent on 26 Nov 2026, 07:00 UTC", "Closed: Fulfilled", "Update a customer's address, version 2")
          .contains("Reason Core banking has the address.", "Street 9 Quay Street", "Pin hidden from you", "Note not given")
          .contains("Verify address proof Completed: approved", "Done by: agent on behalf of lead, 25 Nov 2026, 09:10 UTC", "Ticked: Street, Country")
          .contains("try 1, 25 Nov 2026, 09:20 UTC: Failed\nThe bank did not answer.", "try 2, 25 Nov 2026, 09:25 UTC: Done")
          .contains("25 Nov 2026, 09:10 UTC Work item “Verify address proof”: Completed (agent)\nThe proof is good.")
          .contains("agent (read 25 Nov 2026", "Which street do you mean?", "requester (not read yet)\nThe one in this letter.\nFile in the package: documents/7-proof.pdf")
          .contains("Related cases", "Duplicate of C-00000041 Moved (New)\nThe same letter.\nlead, 25 Nov 2026, 09:01 UTC")
          .contains("File in the package documents/7-proof.pdf", "application/pdf, 84 kB, scanned, clean", HASH)
          .doesNotContain("secret");
      assertThat(text.indexOf("Case: New (requester)")).as("the timeline begins at its beginning").isBetween(1, text.indexOf("The proof is good."));
    }
  }

  @Test
  void saysNothingOfAReasonThatNobodyGave() throws IOException {
    byte[] file = summary.of(view(""), "agent", document -> document.name());
    try (PDDocument paper = Loader.loadPDF(file)) {
      assertThat(new PDFTextStripper().getText(paper)).contains("Closed at").doesNotContain("Reason");
    }
  }

  private static CaseView view(String reason) {
    CaseView.DecisionView decision = new CaseView.DecisionView("agent", Optional.of("lead"), "approved", Optional.of(FILED.plusSeconds(600)), List.of("Street", "Country"));
    return new CaseView(
        42, "C-00000042", "Move to 9 Quay Street", CaseStatus.CLOSED, "Closed", Optional.of(Resolution.FULFILLED), Optional.of(reason),
        Priority.MEDIUM, "requester", Owner.queue("back_office"), new CaseView.ProcessView("Address_Update", "Update a customer's address", 2, List.of()), FILED,
        Optional.of(CLOSED), Optional.empty(), 3, false, false, false, false, false, false, false, false, List.of(),
        new CaseView.RequestView(
            43,
            List.of(
                new CaseView.AttributeView("street", "Street", "New address", "Text", "9 Quay Street", false, List.of()),
                new CaseView.AttributeView("pin", "Pin", "", "Text", "secret", true, List.of()),
                new CaseView.AttributeView("note", "Note", "", "Text", "", false, List.of()))),
        List.of(new CaseView.DocumentView(7, "", "proof.pdf", "application/pdf", 84_000, HASH, "CLEAN", "", false, true, FILED)),
        List.of(
            new CaseView.MessageView(8, MessageSide.STAFF, "agent", "Which street do you mean?", Optional.empty(), FILED.plusSeconds(60), Optional.of(FILED.plusSeconds(90))),
            new CaseView.MessageView(9, MessageSide.REQUESTER, "requester", "The one in this letter.", Optional.of(7L), FILED.plusSeconds(120), Optional.empty())),
        List.of(new LinkView(CaseRelation.DUPLICATE_OF, "C-00000041", "Moved", CaseStatus.NEW, Optional.empty(), "The same letter.", "lead", FILED.plusSeconds(60))),
        List.of(
            new CaseView.FlowView(
                44, "Address_Update_Flow", "Address update", FlowState.COMPLETED, FILED, Optional.of(CLOSED),
                List.of(
                    new CaseView.StageView(
                        "all", "All", StageState.COMPLETED,
                        List.of(
                            step("verify_proof", "Verify address proof", Optional.of("approved"), List.of(), List.of(decision)),
                            step("update", "Update core banking", Optional.of("done"), List.of(attempt(1, "FAILED", "The bank did not answer.", 1200), attempt(2, "DONE", "", 1500)), List.of())))))),
        List.of(),
        List.of(
            new CaseView.HistoryView(FILED, "requester", "CASE", "", "", "NEW", ""),
            new CaseView.HistoryView(FILED.plusSeconds(600), "agent", "WORK_ITEM", "verify_proof", "CLAIMED", "COMPLETED", "The proof is good.")));
  }

  private static CaseView.StepView step(
      String name, String label, Optional<String> outcome, List<CaseView.AttemptView> attempts, List<CaseView.DecisionView> decisions) {
    return new CaseView.StepView(
        name, label, "interactive", StepState.COMPLETED, outcome, "", Optional.of(FILED), Optional.of(CLOSED), Optional.empty(), Optional.empty(), attempts, decisions);
  }

  private static CaseView.AttemptView attempt(int number, String outcome, String message, long seconds) {
    return new CaseView.AttemptView(number, "call", "Update_Address", "key", outcome, message, Map.of(), FILED.plusSeconds(seconds), Optional.empty());
  }

  /** Values as they are stored: there is no catalog here. */
  private static final class StoredFacts extends RequestFacts {
    @Override
    List<FactGroup> facts(CaseView view) {
      return FactGroup.of(view.request().attributes(), Map.of(), new Texts());
    }
  }
}
