package io.hanproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerdictsJsonTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("verdicts.json");
    }

    @Test
    void saysEverythingInAFixedOrder() throws IOException {
        var outside = SampleRun.results().get(1);
        var run = SampleRun.run(List.of(SampleRun.OUTSIDE), List.of(outside));

        VerdictsJson.write(run, file);

        assertThat(Files.readString(file)).isEqualTo("""
                        {
                          "schema": "hanproof-verdicts/1",
                          "tool": {
                            "name": "hanproof",
                            "version": "0.1.0",
                            "commit": "abc1234"
                          },
                          "catalogue": {
                            "version": "0.1.0",
                            "sha256": "CA7A"
                          },
                          "plan": {
                            "sha256": "91A4"
                          },
                          "images": [
                            {
                              "name": "v2.ota",
                              "sha256": "1F"
                            }
                          ],
                          "run": {
                            "id": "20201027-120000-1",
                            "started": "2020-10-27T12:00:00Z",
                            "seed": 42,
                            "baseline": "2019",
                            "policies": {
                              "offer": "newer",
                              "overwrite": "annex-a"
                            },
                            "against": "emulator",
                            "time": "virtual",
                            "profiles": [
                              {
                                "name": "hub-example",
                                "sha256": "B0"
                              },
                              {
                                "name": "ppmid-example",
                                "sha256": "D0"
                              }
                            ]
                          },
                          "totals": {
                            "planned": 1,
                            "executed": 1,
                            "pass": 0,
                            "fail": 1,
                            "inconclusive": 0,
                            "notApplicable": 0
                          },
                          "monitorTotals": {
                            "pass": 0,
                            "fail": 1,
                            "inconclusive": 0,
                            "notApplicable": 0
                          },
                          "scenarios": [
                            {
                              "id": "OTA-07/outside/hardware-2.1",
                              "name": "hardware 2.1 asks",
                              "target": "hub",
                              "requirements": [
                                "OTA-07"
                              ],
                              "profile": "hub-example",
                              "verdict": "FAIL",
                              "reason": "expected \\"no image\\" & no block, saw <0x20> offered (frame 2)",
                              "hanSeconds": 600.25,
                              "wallMillis": 7,
                              "frames": 2,
                              "decidedBy": [
                                2
                              ],
                              "evidence": {
                                "blocks": "3",
                                "sha256": "AB12"
                              }
                            }
                          ],
                          "monitors": [
                            {
                              "id": "secured",
                              "requirements": [
                                "OTA-03"
                              ],
                              "profile": "hub-example",
                              "verdict": "FAIL",
                              "reason": "1 of 6 frames was not secured",
                              "violations": [
                                {
                                  "scenario": "OTA-06/inside/hardware-1.1",
                                  "frame": 2
                                }
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void countsWhatWasPlannedAndWhatWasExecuted() throws IOException {
        VerdictsJson.write(SampleRun.run(), file);

        assertThat(VerdictsReader.read(file).totals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "planned", 4L,
                        "executed", 3L,
                        "pass", 1L,
                        "fail", 1L,
                        "inconclusive", 1L,
                        "notApplicable", 1L));
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        VerdictsJson.write(SampleRun.run(), file);

        var read = VerdictsReader.read(file);

        assertThat(read.scenarios())
                .extracting(Verdicts.Scenario::id, Verdicts.Scenario::verdict)
                .containsExactly(
                        tuple("OTA-06/inside/hardware-1.1", Verdict.PASS),
                        tuple("OTA-07/outside/hardware-2.1", Verdict.FAIL),
                        tuple("DEV-04/downloads", Verdict.INCONCLUSIVE),
                        tuple("DEV-09/clockless", Verdict.NOT_APPLICABLE));
        assertThat(read.monitors().getFirst().violations())
                .containsExactly(new Verdicts.Violation("OTA-06/inside/hardware-1.1", 2));
    }

    @Test
    void refusesToReadWhatIsNoVerdictsFile() throws IOException {
        Files.writeString(file, "{\"schema\": \"other/1\"}");

        assertThatIOException()
                .isThrownBy(() -> VerdictsReader.read(file))
                .withMessageContaining("schema needs to be hanproof-verdicts/1")
                .withMessageContaining("found \"other/1\"");
    }
}
