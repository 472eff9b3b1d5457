package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebound.fulfillment.bulk.BulkFormat;
import org.junit.jupiter.api.Test;

class BulkPageTest {
  @Test
  void theEndingOfAFileTellsHowItsLinesAreWritten() {
    assertThat(BulkPage.format("Fees.CSV")).contains(BulkFormat.CSV);
    assertThat(BulkPage.format("fees.jsonl")).contains(BulkFormat.JSON_LINES);
    assertThat(BulkPage.format("fees.ndjson")).contains(BulkFormat.JSON_LINES);
    assertThat(BulkPage.format("fees.csv.exe")).isEmpty();
    assertThat(BulkPage.format("")).isEmpty();
  }
}
