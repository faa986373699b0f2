package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lex, Transcribe, Polly and Comprehend as their users see them. */
@AwsEmulator
final class SpeechAndLanguageTest {

  private static final String ROLE = "arn:aws:iam::111111111111:role/reader";
  private static final Map<String, Object> INPUT = Map.of("S3Uri", "s3://bucket/key");

  private final Emulator emulator;

  SpeechAndLanguageTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void botVersions_areCountedForEachBot() {
    Catalogue lex = new Catalogue(emulator, "lexv2-models");
    Object first = bot(lex, "first");
    Object second = bot(lex, "second");
    assertThat(first).asString().matches("[A-Z0-9]{10}");
    Map<String, Object> locales = Map.of("en_US", Map.of("sourceBotVersion", "DRAFT"));
    for (Object[] expected : new Object[][] {{first, "1"}, {second, "1"}, {first, "2"}}) {
      assertThat(
              lex.ok(
                  "CreateBotVersion",
                  Map.of("botId", expected[0], "botVersionLocaleSpecification", locales)))
          .containsEntry("botVersion", expected[1]);
    }
    assertThat(lex.ok("DescribeBotVersion", Map.of("botId", first, "botVersion", "2")))
        .containsEntry("botVersion", "2")
        .containsEntry("botStatus", "Available");
    assertThat(lex.error("DescribeBotVersion", Map.of("botId", second, "botVersion", "2")))
        .isEqualTo("ResourceNotFoundException");
  }

  private static Object bot(Catalogue lex, String name) {
    return java.util.Objects.requireNonNull(
        lex.ok(
                "CreateBot",
                Map.of(
                    "botName",
                    name,
                    "roleArn",
                    ROLE,
                    "dataPrivacy",
                    Map.of("childDirected", false),
                    "idleSessionTTLInSeconds",
                    300))
            .get("botId"));
  }

  @Test
  void botLocale_isBuiltWhenItIsTold() {
    Catalogue lex = new Catalogue(emulator, "lexv2-models");
    Object bot = bot(lex, "speaking");
    Map<String, Object> locale = Map.of("botId", bot, "botVersion", "DRAFT", "localeId", "en_US");
    lex.ok(
        "CreateBotLocale",
        Map.of(
            "botId",
            bot,
            "botVersion",
            "DRAFT",
            "localeId",
            "en_US",
            "nluIntentConfidenceThreshold",
            0.4));
    assertThat(lex.ok("DescribeBotLocale", locale))
        .containsEntry("botLocaleStatus", "NotBuilt")
        .containsEntry("localeName", "English (US)");
    lex.ok("BuildBotLocale", locale);
    assertThat(lex.ok("DescribeBotLocale", locale)).containsEntry("botLocaleStatus", "Built");
    assertThat(
            lex.list("ListBuiltInIntents", Map.of("localeId", "en_US"), "builtInIntentSummaries"))
        .contains(Map.of("intentSignature", "AMAZON.HelpIntent"));
  }

  @Test
  void transcription_fails_becauseNobodyListens() {
    Catalogue transcribe = new Catalogue(emulator, "transcribe");
    Map<String, Object> named = Map.of("TranscriptionJobName", "job");
    Map<String, Object> job =
        Map.of(
            "TranscriptionJobName",
            "job",
            "LanguageCode",
            "en-US",
            "Media",
            Map.of("MediaFileUri", "s3://bucket/talk.mp3"));
    transcribe.ok("StartTranscriptionJob", job);
    assertThat(transcribe.error("StartTranscriptionJob", job)).isEqualTo("ConflictException");
    Map<String, Object> told =
        transcribe.structure("GetTranscriptionJob", named, "TranscriptionJob");
    assertThat(told).containsEntry("TranscriptionJobStatus", "FAILED");
    assertThat(told.get("FailureReason")).asString().contains("not transcribed");
    transcribe.ok("DeleteTranscriptionJob", named);
    assertThat(transcribe.error("GetTranscriptionJob", named)).isEqualTo("BadRequestException");
  }

  @Test
  void voices_areThoseOfALanguage_andSpeechIsNotPretended() {
    Catalogue polly = new Catalogue(emulator, "polly");
    assertThat(polly.list("DescribeVoices", Map.of("LanguageCode", "de-DE"), "Voices"))
        .extracting(voice -> Catalogue.structure(voice).get("Id"))
        .contains("Vicki", "Hans")
        .doesNotContain("Joanna");
    Map<String, Object> task =
        polly.structure(
            "StartSpeechSynthesisTask",
            Map.of(
                "OutputFormat",
                "mp3",
                "OutputS3BucketName",
                "speech",
                "Text",
                "hello",
                "VoiceId",
                "Joanna"),
            "SynthesisTask");
    assertThat(task)
        .containsEntry("TaskStatus", "failed")
        .containsEntry(
            "OutputUri",
            "https://s3.us-east-1.amazonaws.com/speech/" + task.get("TaskId") + ".mp3");
    assertThat(
            polly
                .call(
                    "SynthesizeSpeech",
                    Map.of("OutputFormat", "mp3", "Text", "hello", "VoiceId", "Joanna"))
                .status())
        .isEqualTo(501);
  }

  @Test
  void detectionJob_fails_andAClassifierIsTrained() {
    Catalogue comprehend = new Catalogue(emulator, "comprehend");
    Map<String, Object> started =
        comprehend.ok(
            "StartEntitiesDetectionJob",
            Map.of(
                "InputDataConfig",
                INPUT,
                "OutputDataConfig",
                INPUT,
                "DataAccessRoleArn",
                ROLE,
                "LanguageCode",
                "en"));
    assertThat(started.get("JobArn"))
        .isEqualTo(
            "arn:aws:comprehend:us-east-1:111111111111:entities-detection-job/"
                + started.get("JobId"));
    assertThat(
            comprehend.structure(
                "DescribeEntitiesDetectionJob",
                Map.of("JobId", started.get("JobId")),
                "EntitiesDetectionJobProperties"))
        .containsEntry("JobStatus", "FAILED");
    assertThat(comprehend.error("DescribeEntitiesDetectionJob", Map.of("JobId", "0".repeat(32))))
        .isEqualTo("JobNotFoundException");
    Map<String, Object> classifier =
        Map.of(
            "DocumentClassifierName",
            "spam",
            "DataAccessRoleArn",
            ROLE,
            "InputDataConfig",
            INPUT,
            "LanguageCode",
            "en");
    Object arn = comprehend.ok("CreateDocumentClassifier", classifier).get("DocumentClassifierArn");
    assertThat(arn).isEqualTo("arn:aws:comprehend:us-east-1:111111111111:document-classifier/spam");
    assertThat(comprehend.error("CreateDocumentClassifier", classifier))
        .isEqualTo("ResourceInUseException");
    assertThat(
            comprehend.structure(
                "DescribeDocumentClassifier",
                Map.of("DocumentClassifierArn", arn),
                "DocumentClassifierProperties"))
        .containsEntry("Status", "TRAINED");
  }
}
