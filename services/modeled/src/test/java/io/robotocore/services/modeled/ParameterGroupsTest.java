package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parameters of databases and caches, which are set and reset by name. */
@AwsEmulator
final class ParameterGroupsTest {

  private static final Map<String, Object> GROUP = Map.of("DBParameterGroupName", "tuned");

  private final Catalogue rds;
  private final Catalogue memorydb;

  ParameterGroupsTest(Emulator emulator) {
    rds = new Catalogue(emulator, "rds");
    memorydb = new Catalogue(emulator, "memorydb");
  }

  private static Map<String, Object> parameters(String name, String value) {
    return Map.of(
        "DBParameterGroupName",
        "tuned",
        "Parameters",
        List.of(
            Map.of("ParameterName", name, "ParameterValue", value, "ApplyMethod", "immediate")));
  }

  @Test
  void modify_ofOneParameter_leavesTheOthers_untilTheyAreReset() {
    rds.ok(
        "CreateDBParameterGroup",
        Map.of(
            "DBParameterGroupName",
            "tuned",
            "DBParameterGroupFamily",
            "postgres16",
            "Description",
            "d"));
    rds.ok("ModifyDBParameterGroup", parameters("log_connections", "1"));
    rds.ok("ModifyDBParameterGroup", parameters("log_disconnections", "1"));
    rds.ok("ModifyDBParameterGroup", parameters("log_connections", "0"));
    assertThat(rds.list("DescribeDBParameters", GROUP, "Parameters"))
        .extracting(one -> Catalogue.structure(one).get("ParameterValue"))
        .containsExactly("0", "1");
    rds.ok("ResetDBParameterGroup", parameters("log_disconnections", "1"));
    assertThat(rds.only("DescribeDBParameters", GROUP, "Parameters"))
        .containsEntry("ParameterName", "log_connections")
        .containsEntry("Source", "user");
    rds.ok(
        "ResetDBParameterGroup",
        Map.of("DBParameterGroupName", "tuned", "ResetAllParameters", true));
    assertThat(rds.list("DescribeDBParameters", GROUP, "Parameters")).isEmpty();
  }

  @Test
  void describe_ofAGroupThatIsNotThere_isRefused() {
    assertThat(
            rds.error(
                "DescribeDBClusterParameters", Map.of("DBClusterParameterGroupName", "nothing")))
        .isEqualTo("DBParameterGroupNotFound");
  }

  @Test
  void memoryDbParameter_isSet_andResetByItsName() {
    Map<String, Object> group = Map.of("ParameterGroupName", "tuned");
    memorydb.ok(
        "CreateParameterGroup", Map.of("ParameterGroupName", "tuned", "Family", "memorydb_redis7"));
    memorydb.ok(
        "UpdateParameterGroup",
        Map.of(
            "ParameterGroupName",
            "tuned",
            "ParameterNameValues",
            List.of(Map.of("ParameterName", "activedefrag", "ParameterValue", "yes"))));
    Map<String, Object> parameter = memorydb.only("DescribeParameters", group, "Parameters");
    assertThat(parameter).containsEntry("Name", "activedefrag").containsEntry("Value", "yes");
    memorydb.ok(
        "ResetParameterGroup",
        Map.of("ParameterGroupName", "tuned", "ParameterNames", List.of("activedefrag")));
    assertThat(memorydb.list("DescribeParameters", group, "Parameters")).isEmpty();
  }
}
