package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What blueprints say of databases that are spoken to over HTTP, and of pipelines between them. */
@AwsEmulator
final class DataApisTest {

  private static final String ROLE = "arn:aws:iam::111111111111:role/r";

  @Test
  void transaction_endsOnce(Emulator emulator) {
    Catalogue rds = new Catalogue(emulator, "rds-data");
    Map<String, Object> cluster =
        Map.of(
            "resourceArn",
            "arn:aws:rds:us-east-1:111111111111:cluster:c",
            "secretArn",
            "arn:aws:secretsmanager:us-east-1:111111111111:secret:s");
    Map<String, Object> transaction = new java.util.HashMap<>(cluster);
    transaction.put("transactionId", rds.ok("BeginTransaction", cluster).get("transactionId"));
    assertThat(rds.ok("CommitTransaction", transaction))
        .containsEntry("transactionStatus", "Transaction Committed");
    assertThat(rds.error("RollbackTransaction", transaction))
        .isEqualTo("TransactionNotFoundException");
    transaction.put("transactionId", rds.ok("BeginTransaction", cluster).get("transactionId"));
    assertThat(rds.ok("RollbackTransaction", transaction))
        .containsEntry("transactionStatus", "Rollback Complete");
  }

  @Test
  void statement_saysThatItIsNotRun(Emulator emulator) {
    Catalogue redshift = new Catalogue(emulator, "redshift-data");
    Map<String, Object> statement =
        Map.of("ClusterIdentifier", "c", "Database", "d", "Sql", "select 1");
    Map<String, Object> named = Map.of("Id", redshift.ok("ExecuteStatement", statement).get("Id"));
    assertThat(redshift.ok("DescribeStatement", named))
        .containsEntry("QueryString", "select 1")
        .containsEntry("Status", "FAILED")
        .containsEntry("HasResultSet", false);
    assertThat(redshift.call("GetStatementResult", named).status()).isEqualTo(501);
    assertThat(
            redshift.error(
                "DescribeStatement", Map.of("Id", "d9b6c0c9-0747-4bf4-b142-e8883122f766")))
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void scheduledQuery_isSwitchedOff_andQueriesAreNotPretended(Emulator emulator) {
    Catalogue timestream = new Catalogue(emulator, "timestream-query");
    assertThat(timestream.only("DescribeEndpoints", Map.of(), "Endpoints"))
        .containsEntry("Address", "query-cell1.timestream.us-east-1.amazonaws.com");
    Object arn =
        timestream
            .ok(
                "CreateScheduledQuery",
                Map.of(
                    "Name",
                    "hourly",
                    "QueryString",
                    "select 1",
                    "ScheduleConfiguration",
                    Map.of("ScheduleExpression", "rate(1 hour)"),
                    "NotificationConfiguration",
                    Map.of(
                        "SnsConfiguration",
                        Map.of("TopicArn", "arn:aws:sns:us-east-1:111111111111:t")),
                    "ScheduledQueryExecutionRoleArn",
                    ROLE,
                    "ErrorReportConfiguration",
                    Map.of("S3Configuration", Map.of("BucketName", "bucket"))))
            .get("Arn");
    assertThat(arn)
        .asString()
        .matches("arn:aws:timestream:us-east-1:111111111111:scheduled-query/hourly-[0-9a-f]{16}");
    timestream.ok("UpdateScheduledQuery", Map.of("ScheduledQueryArn", arn, "State", "DISABLED"));
    assertThat(
            timestream.structure(
                "DescribeScheduledQuery", Map.of("ScheduledQueryArn", arn), "ScheduledQuery"))
        .containsEntry("State", "DISABLED");
    assertThat(timestream.call("Query", Map.of("QueryString", "select 1")).status()).isEqualTo(501);
  }

  @Test
  void influxInstance_hasAnEndpointOfItsId(Emulator emulator) {
    Catalogue influx = new Catalogue(emulator, "timestream-influxdb");
    Map<String, Object> created =
        influx.ok(
            "CreateDbInstance",
            Map.of(
                "name",
                "metrics",
                "password",
                "password1",
                "dbInstanceType",
                "db.influx.medium",
                "vpcSubnetIds",
                List.of("subnet-12345678"),
                "vpcSecurityGroupIds",
                List.of("sg-12345678"),
                "allocatedStorage",
                20));
    assertThat(created).containsEntry("status", "CREATING");
    Map<String, Object> instance =
        influx.ok("GetDbInstance", Map.of("identifier", created.get("id")));
    assertThat(instance)
        .containsEntry("status", "AVAILABLE")
        .containsEntry("deploymentType", "SINGLE_AZ")
        .containsEntry("port", 8086);
    assertThat((String) instance.get("endpoint"))
        .startsWith(created.get("id") + "-")
        .endsWith(".timestream-influxdb.us-east-1.on.aws");
  }

  @Test
  void dsqlCluster_isProtectedFromDeletion_unlessSaidOtherwise(Emulator emulator) {
    Catalogue dsql = new Catalogue(emulator, "dsql");
    Map<String, Object> created = dsql.ok("CreateCluster", Map.of());
    Map<String, Object> named = Map.of("identifier", created.get("identifier"));
    assertThat(created)
        .containsEntry("status", "CREATING")
        .containsEntry("deletionProtectionEnabled", true)
        .containsEntry("endpoint", created.get("identifier") + ".dsql.us-east-1.on.aws");
    dsql.ok(
        "UpdateCluster",
        Map.of("identifier", created.get("identifier"), "deletionProtectionEnabled", false));
    assertThat(dsql.ok("GetCluster", named)).containsEntry("deletionProtectionEnabled", false);
    dsql.ok("DeleteCluster", named);
    assertThat(dsql.error("GetCluster", named)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void pipeline_activated_isScheduled(Emulator emulator) {
    Catalogue pipelines = new Catalogue(emulator, "datapipeline");
    Object id =
        pipelines.ok("CreatePipeline", Map.of("name", "copy", "uniqueId", "u")).get("pipelineId");
    assertThat(id).asString().matches("df-[0-9A-Z]{20}");
    Map<String, Object> named = Map.of("pipelineId", id);
    Map<String, Object> object =
        Map.of("id", "Default", "name", "Default", "fields", List.of(Map.of("key", "k")));
    assertThat(
            pipelines.ok(
                "PutPipelineDefinition",
                Map.of("pipelineId", id, "pipelineObjects", List.of(object))))
        .containsEntry("errored", false);
    assertThat(pipelines.only("GetPipelineDefinition", named, "pipelineObjects"))
        .containsEntry("id", "Default");
    pipelines.ok("ActivatePipeline", named);
    assertThat(
            pipelines
                .only(
                    "DescribePipelines",
                    Map.of("pipelineIds", List.of(id)),
                    "pipelineDescriptionList")
                .get("fields"))
        .asString()
        .contains("key=@pipelineState, stringValue=SCHEDULED");
    assertThat(pipelines.error("ReportTaskProgress", Map.of("taskId", "t")))
        .isEqualTo("TaskNotFoundException");
    pipelines.ok("DeletePipeline", named);
    assertThat(pipelines.error("GetPipelineDefinition", named))
        .isEqualTo("PipelineNotFoundException");
  }
}
