package org.casebound.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CpuTest {
  private static final long OWN = ProcessHandle.current().pid();

  @Test
  void aProcessIsPartOfItsFamilyAndOfTheMachine() {
    double own = Cpu.of(OWN);

    assertThat(own).isPositive();
    assertThat(Cpu.ofFamily(OWN)).isGreaterThanOrEqualTo(own);
    assertThat(Cpu.ofMachine()).isGreaterThanOrEqualTo(own);
  }

  @Test
  void theTimeOfAChildThatEndedStaysInTheFamily() throws IOException, InterruptedException {
    double before = Cpu.ofFamily(OWN) - Cpu.of(OWN);
    Process child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").start();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(Cpu.ofFamily(OWN) - Cpu.of(OWN)).isGreaterThan(before);
  }

  @Test
  void aProcessThatIsGoneUsesNothing() {
    assertThat(Cpu.of(Long.MAX_VALUE)).isZero();
  }
}
