package org.casebound.fulfillment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.casebound.fulfillment.persistence.DatabaseState.Schema;
import org.casebound.fulfillment.scan.ScanResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemLineTest {
  private static final long MEGABYTE = 1_048_576;
  private static final Instant BEFORE = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, CLOCK_TOGETHER, 0", "50, CLOCK_TOGETHER, 0", "1100, CLOCK_TOGETHER, 1000", "1101, CLOCK_APART, 1001", "-1000, CLOCK_TOGETHER, 1000", "-1001, CLOCK_APART, 1001"})
  void clocksAreApartBeyondASecondWhateverTheAnswerTook(long there, Finding finding, String apart) {
    SystemLine line = DatabaseProbe.clocks(BEFORE, BEFORE.plusMillis(there), BEFORE.plusMillis(100));
    assertThat(line).isEqualTo(SystemLine.of(finding, apart));
  }

  @ParameterizedTest
  @CsvSource({"0, false, SCHEMA_CURRENT", "2, false, SCHEMA_PENDING", "0, true, SCHEMA_AHEAD"})
  void aSchemaIsCurrentBehindOrAhead(int pending, boolean ahead, Finding finding) {
    assertThat(DatabaseProbe.schema(new Schema("66", pending, ahead)).finding()).isEqualTo(finding);
  }

  @ParameterizedTest
  @CsvSource({"90, MEMORY_FREE", "91, MEMORY_SHORT"})
  void memoryIsShortBeyondNineTenths(long used, Finding finding) {
    assertThat(VirtualMachine.memory(used * MEGABYTE, 100 * MEGABYTE).finding()).isEqualTo(finding);
  }

  @ParameterizedTest
  @CsvSource({"2048, DISK_FREE", "2047, DISK_SHORT", "256, DISK_SHORT", "255, DISK_FULL"})
  void aDiskIsShortAndThenFull(long free, Finding finding) {
    assertThat(VirtualMachine.disk(free * MEGABYTE)).isEqualTo(SystemLine.of(finding, free));
  }

  @Test
  void aScannerThatFindsAVirusInAHarmlessTextFails() {
    assertThat(ScannerProbe.of("clamd", new ScanResult.Clean()).grade()).isEqualTo(Grade.GOOD);
    assertThat(ScannerProbe.of("clamd", new ScanResult.Infected("x")).grade()).isEqualTo(Grade.BAD);
    assertThat(ScannerProbe.of("clamd", new ScanResult.NotScanned("It sleeps."))).isEqualTo(SystemLine.of(Finding.SCANNER_FAILS, "clamd", "It sleeps."));
  }

  @Test
  void aPoolWithoutAFreeConnectionNeedsAttention() {
    assertThat(ServerBeans.pool(3, 27, "30")).isEqualTo(SystemLine.of(Finding.POOL_USED, 3, 27, 30));
    assertThat(ServerBeans.pool(30, 0, "30")).isEqualTo(SystemLine.of(Finding.POOL_EMPTY, 30));
  }

  @Test
  void aServerThatTellsNothingIsNoFailure() {
    assertThat(new ServerBeans(ManagementFactory.getPlatformMBeanServer()).lines())
        .extracting(SystemLine::finding)
        .containsExactly(Finding.SERVER_UNKNOWN, Finding.POOL_UNCOUNTED);
  }

  @Test
  void aReportIsAsBadAsItsWorstLineAndInTheOrderOfItsParts() {
    List<SystemLine> found = List.of(SystemLine.of(Finding.ZONE, "UTC"), SystemLine.of(Finding.SCANNER_SILENT, 4), SystemLine.of(Finding.MAIL_NONE));
    SystemReport report = SystemReport.of("node", BEFORE, found, List.of());
    assertThat(report.grade()).isEqualTo(Grade.BAD);
    assertThat(report.lines()).extracting(SystemLine::part).containsExactly(SystemPart.SCANNER, SystemPart.MAIL, SystemPart.TIME_ZONE);
    assertThat(SystemReport.of("node", BEFORE, List.of(), List.of()).grade()).isEqualTo(Grade.GOOD);
  }
}
