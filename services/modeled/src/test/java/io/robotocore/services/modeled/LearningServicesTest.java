package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What blueprints say of services that learn: all that is around their models, and no answers. */
@AwsEmulator
final class LearningServicesTest {

  private static final String ROLE = "arn:aws:iam::111111111111:role/r";

  @Test
  void agent_isPrepared_andStaysWhileItHasAnAlias(Emulator emulator) {
    Catalogue agents = new Catalogue(emulator, "bedrock-agent");
    Map<String, Object> created =
        agents.structure("CreateAgent", Map.of("agentName", "shop"), "agent");
    Object id = created.get("agentId");
    assertThat(id).asString().matches("[0-9A-Z]{10}");
    assertThat(created)
        .containsEntry("agentStatus", "CREATING")
        .containsEntry("agentArn", "arn:aws:bedrock:us-east-1:111111111111:agent/" + id);
    assertThat(agents.error("CreateAgent", Map.of("agentName", "shop")))
        .isEqualTo("ConflictException");
    Map<String, Object> named = Map.of("agentId", id);
    assertThat(agents.structure("GetAgent", named, "agent"))
        .containsEntry("agentStatus", "NOT_PREPARED");
    agents.ok("PrepareAgent", named);
    assertThat(agents.structure("GetAgent", named, "agent"))
        .containsEntry("agentStatus", "PREPARED");
    assertThat(agents.only("ListAgentVersions", named, "agentVersionSummaries"))
        .containsEntry("agentVersion", "DRAFT");
    Object alias =
        agents
            .structure(
                "CreateAgentAlias", Map.of("agentId", id, "agentAliasName", "live"), "agentAlias")
            .get("agentAliasId");
    assertThat(agents.error("DeleteAgent", named)).isEqualTo("ConflictException");
    agents.ok("DeleteAgentAlias", Map.of("agentId", id, "agentAliasId", alias));
    agents.ok("DeleteAgent", named);
    assertThat(agents.error("GetAgent", named)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void flow_hasVersionsThatCountUp_andAliases(Emulator emulator) {
    Catalogue agents = new Catalogue(emulator, "bedrock-agent");
    Object flow = agents.ok("CreateFlow", Map.of("name", "fl", "executionRoleArn", ROLE)).get("id");
    Map<String, Object> named = Map.of("flowIdentifier", flow);
    agents.ok("PrepareFlow", named);
    assertThat(agents.ok("GetFlow", named)).containsEntry("status", "Prepared");
    assertThat(agents.ok("CreateFlowVersion", named)).containsEntry("version", "1");
    assertThat(agents.ok("CreateFlowVersion", named)).containsEntry("version", "2");
    assertThat(agents.ok("GetFlowVersion", Map.of("flowIdentifier", flow, "flowVersion", "1")))
        .containsEntry("version", "1");
    List<Object> routing = List.of(Map.of("flowVersion", "1"));
    Object alias =
        agents
            .ok(
                "CreateFlowAlias",
                Map.of("flowIdentifier", flow, "name", "live", "routingConfiguration", routing))
            .get("id");
    agents.ok(
        "UpdateFlowAlias",
        Map.of(
            "flowIdentifier",
            flow,
            "aliasIdentifier",
            alias,
            "name",
            "later",
            "routingConfiguration",
            routing));
    assertThat(agents.ok("GetFlowAlias", Map.of("flowIdentifier", flow, "aliasIdentifier", alias)))
        .containsEntry("name", "later")
        .containsEntry("flowId", flow);
  }

  @Test
  void ingestion_endsHavingSeenNothing(Emulator emulator) {
    Catalogue agents = new Catalogue(emulator, "bedrock-agent");
    Object base =
        agents
            .structure(
                "CreateKnowledgeBase",
                Map.of(
                    "name",
                    "kb",
                    "roleArn",
                    ROLE,
                    "knowledgeBaseConfiguration",
                    Map.of(
                        "type",
                        "VECTOR",
                        "vectorKnowledgeBaseConfiguration",
                        Map.of(
                            "embeddingModelArn",
                            "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v1"))),
                "knowledgeBase")
            .get("knowledgeBaseId");
    Object source =
        agents
            .structure(
                "CreateDataSource",
                Map.of(
                    "knowledgeBaseId",
                    base,
                    "name",
                    "docs",
                    "dataSourceConfiguration",
                    Map.of(
                        "type",
                        "S3",
                        "s3Configuration",
                        Map.of("bucketArn", "arn:aws:s3:::bucket"))),
                "dataSource")
            .get("dataSourceId");
    Map<String, Object> from = Map.of("knowledgeBaseId", base, "dataSourceId", source);
    assertThat(agents.structure("StartIngestionJob", from, "ingestionJob"))
        .containsEntry("status", "STARTING");
    Map<String, Object> job = agents.only("ListIngestionJobs", from, "ingestionJobSummaries");
    assertThat(job).containsEntry("status", "COMPLETE");
    assertThat(Catalogue.structure(job.get("statistics")))
        .containsEntry("numberOfDocumentsScanned", 0L);
  }

  @Test
  void asyncInvoke_saysThatNobodyInvokes(Emulator emulator) {
    Catalogue runtime = new Catalogue(emulator, "bedrock-runtime");
    Object arn =
        runtime
            .ok(
                "StartAsyncInvoke",
                Map.of(
                    "modelId",
                    "amazon.nova-reel-v1:0",
                    "modelInput",
                    software.amazon.awssdk.core.document.Document.fromString("x"),
                    "outputDataConfig",
                    Map.of("s3OutputDataConfig", Map.of("s3Uri", "s3://bucket/out"))))
            .get("invocationArn");
    assertThat(runtime.ok("GetAsyncInvoke", Map.of("invocationArn", arn)))
        .containsEntry("status", "Failed")
        .containsEntry(
            "modelArn", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-reel-v1:0");
    assertThat(
            runtime.list(
                "ListAsyncInvokes", Map.of("statusEquals", "Completed"), "asyncInvokeSummaries"))
        .isEmpty();
  }

  @Test
  void recommendations_haveGroupsDatasetsAndSolutions_thatAreNamedAfterEachOther(
      Emulator emulator) {
    Catalogue personalize = new Catalogue(emulator, "personalize");
    String arns = "arn:aws:personalize:us-east-1:111111111111:";
    Object group =
        personalize.ok("CreateDatasetGroup", Map.of("name", "shop")).get("datasetGroupArn");
    assertThat(group).isEqualTo(arns + "dataset-group/shop");
    Object schema =
        personalize.ok("CreateSchema", Map.of("name", "s", "schema", "{}")).get("schemaArn");
    Map<String, Object> dataset =
        Map.of(
            "name",
            "d",
            "schemaArn",
            schema,
            "datasetGroupArn",
            group,
            "datasetType",
            "Interactions");
    assertThat(personalize.ok("CreateDataset", dataset))
        .containsEntry("datasetArn", arns + "dataset/shop/Interactions");
    assertThat(personalize.error("DeleteDatasetGroup", Map.of("datasetGroupArn", group)))
        .isEqualTo("ResourceInUseException");
    Object solution =
        personalize
            .ok("CreateSolution", Map.of("name", "sims", "datasetGroupArn", group))
            .get("solutionArn");
    Object version =
        personalize
            .ok("CreateSolutionVersion", Map.of("solutionArn", solution))
            .get("solutionVersionArn");
    assertThat(version).asString().matches(solution + "/[0-9a-f]{8}");
    assertThat(
            personalize.structure(
                "DescribeSolutionVersion",
                Map.of("solutionVersionArn", version),
                "solutionVersion"))
        .containsEntry("status", "ACTIVE");
    assertThat(
            personalize.structure(
                "DescribeRecipe",
                Map.of("recipeArn", "arn:aws:personalize:::recipe/aws-sims"),
                "recipe"))
        .containsEntry("recipeType", "RELATED_ITEMS");
  }

  @Test
  void autoPredictor_isAPredictor(Emulator emulator) {
    Catalogue forecasts = new Catalogue(emulator, "forecast");
    Object group =
        forecasts
            .ok("CreateDatasetGroup", Map.of("DatasetGroupName", "g", "Domain", "RETAIL"))
            .get("DatasetGroupArn");
    Object predictor =
        forecasts
            .ok(
                "CreateAutoPredictor",
                Map.of("PredictorName", "p", "DataConfig", Map.of("DatasetGroupArn", group)))
            .get("PredictorArn");
    assertThat(forecasts.ok("DescribeAutoPredictor", Map.of("PredictorArn", predictor)))
        .containsEntry("Status", "ACTIVE");
    assertThat(forecasts.only("ListPredictors", Map.of(), "Predictors"))
        .containsEntry("IsAutoPredictor", true);
    assertThat(
            forecasts.ok("CreateForecast", Map.of("ForecastName", "f", "PredictorArn", predictor)))
        .containsEntry("ForecastArn", "arn:aws:forecast:us-east-1:111111111111:forecast/f");
    forecasts.ok("DeletePredictor", Map.of("PredictorArn", predictor));
    assertThat(forecasts.error("DescribeAutoPredictor", Map.of("PredictorArn", predictor)))
        .isEqualTo("ResourceNotFoundException");
  }
}
