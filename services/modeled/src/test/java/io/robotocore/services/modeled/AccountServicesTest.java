package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What blueprints say of an account: its quotas, contacts, domains, costs and keys. */
@AwsEmulator
final class AccountServicesTest {

  private static final Map<String, Object> VPCS =
      Map.of("ServiceCode", "vpc", "QuotaCode", "L-F678F1CE");

  @Test
  void quota_increaseRequested_staysAsItIsWhileTheRequestIsPending(Emulator emulator) {
    Catalogue quotas = new Catalogue(emulator, "service-quotas");
    Map<String, Object> increase =
        Map.of("ServiceCode", "vpc", "QuotaCode", "L-F678F1CE", "DesiredValue", 20.0);
    Map<String, Object> request =
        quotas.structure("RequestServiceQuotaIncrease", increase, "RequestedQuota");
    assertThat(request)
        .containsEntry("Status", "PENDING")
        .containsEntry("DesiredValue", 20.0)
        .containsEntry("QuotaArn", "arn:aws:servicequotas:us-east-1:111111111111:vpc/L-F678F1CE");
    assertThat(quotas.error("RequestServiceQuotaIncrease", increase))
        .isEqualTo("ResourceAlreadyExistsException");
    assertThat(
            quotas.only("ListRequestedServiceQuotaChangeHistoryByQuota", VPCS, "RequestedQuotas"))
        .containsEntry("Id", request.get("Id"));
    assertThat(quotas.structure("GetServiceQuota", VPCS, "Quota"))
        .containsEntry("QuotaName", "VPCs per Region")
        .containsEntry("ServiceName", "Amazon Virtual Private Cloud (Amazon VPC)")
        .containsEntry("Value", 5.0)
        .containsEntry("Adjustable", true);
  }

  @Test
  void quotas_areListedByService_andOtherServicesAreUnknown(Emulator emulator) {
    Catalogue quotas = new Catalogue(emulator, "service-quotas");
    assertThat(quotas.only("ListServiceQuotas", Map.of("ServiceCode", "lambda"), "Quotas"))
        .containsEntry("QuotaCode", "L-B99A9384")
        .containsEntry("Value", 1000.0);
    assertThat(
            quotas.only("ListAWSDefaultServiceQuotas", Map.of("ServiceCode", "lambda"), "Quotas"))
        .containsEntry("QuotaArn", "arn:aws:servicequotas:us-east-1::lambda/L-B99A9384");
    assertThat(quotas.error("ListServiceQuotas", Map.of("ServiceCode", "nothing")))
        .isEqualTo("NoSuchResourceException");
    assertThat(
            quotas.error(
                "GetServiceQuota", Map.of("ServiceCode", "vpc", "QuotaCode", "L-00000000")))
        .isEqualTo("NoSuchResourceException");
  }

  @Test
  void alternateContact_isOneOfEachType(Emulator emulator) {
    Catalogue account = new Catalogue(emulator, "account");
    for (String type : List.of("BILLING", "SECURITY")) {
      account.ok(
          "PutAlternateContact",
          Map.of(
              "AlternateContactType",
              type,
              "Name",
              type.toLowerCase(java.util.Locale.ROOT),
              "Title",
              "t",
              "EmailAddress",
              "a@example.com",
              "PhoneNumber",
              "+12065550100"));
    }
    Map<String, Object> billing = Map.of("AlternateContactType", "BILLING");
    assertThat(account.structure("GetAlternateContact", billing, "AlternateContact"))
        .containsEntry("Name", "billing");
    account.ok("DeleteAlternateContact", billing);
    assertThat(account.error("GetAlternateContact", billing))
        .isEqualTo("ResourceNotFoundException");
    assertThat(
            account.structure(
                "GetAlternateContact",
                Map.of("AlternateContactType", "SECURITY"),
                "AlternateContact"))
        .containsEntry("Name", "security");
  }

  @Test
  void region_isOptedInto(Emulator emulator) {
    Catalogue account = new Catalogue(emulator, "account");
    Map<String, Object> cape = Map.of("RegionName", "af-south-1");
    assertThat(account.ok("GetRegionOptStatus", cape)).containsEntry("RegionOptStatus", "DISABLED");
    account.ok("EnableRegion", cape);
    assertThat(account.ok("GetRegionOptStatus", cape)).containsEntry("RegionOptStatus", "ENABLED");
    assertThat(account.ok("GetRegionOptStatus", Map.of("RegionName", "us-east-1")))
        .containsEntry("RegionOptStatus", "ENABLED_BY_DEFAULT");
  }

  @Test
  void domain_registered_hasNameServersALockAndAnOperationThatTellsOfIt(Emulator emulator) {
    Catalogue domains = new Catalogue(emulator, "route53domains");
    Map<String, Object> named = Map.of("DomainName", "shop.com");
    Map<String, Object> contact = Map.of("FirstName", "Ann", "Email", "ann@example.com");
    assertThat(domains.error("GetDomainDetail", named)).isEqualTo("InvalidInput");
    Object operation =
        domains
            .ok(
                "RegisterDomain",
                Map.of(
                    "DomainName",
                    "shop.com",
                    "DurationInYears",
                    1,
                    "AdminContact",
                    contact,
                    "RegistrantContact",
                    contact,
                    "TechContact",
                    contact))
            .get("OperationId");
    assertThat(domains.ok("GetOperationDetail", Map.of("OperationId", operation)))
        .containsEntry("Type", "REGISTER_DOMAIN")
        .containsEntry("Status", "SUCCESSFUL")
        .containsEntry("DomainName", "shop.com");
    domains.ok("DisableDomainAutoRenew", named);
    domains.ok("DisableDomainTransferLock", named);
    Map<String, Object> detail = domains.ok("GetDomainDetail", named);
    assertThat((List<?>) detail.get("Nameservers")).hasSize(4);
    assertThat(detail).containsEntry("AutoRenew", false).containsEntry("AdminPrivacy", true);
    assertThat(domains.only("ListDomains", Map.of(), "Domains"))
        .containsEntry("TransferLock", false);
    assertThat(domains.call("CheckDomainAvailability", named).status()).isEqualTo(501);
  }

  @Test
  void anomalyMonitor_isWatchedByASubscription_andFindsNothing(Emulator emulator) {
    Catalogue costs = new Catalogue(emulator, "ce");
    Object monitor =
        costs
            .ok(
                "CreateAnomalyMonitor",
                Map.of(
                    "AnomalyMonitor",
                    Map.of(
                        "MonitorName",
                        "all",
                        "MonitorType",
                        "DIMENSIONAL",
                        "MonitorDimension",
                        "SERVICE")))
            .get("MonitorArn");
    assertThat(monitor).asString().matches("arn:aws:ce::111111111111:anomalymonitor/[0-9a-f-]{36}");
    assertThat(
            costs.list(
                "GetAnomalies",
                Map.of("DateInterval", Map.of("StartDate", "2025-01-01")),
                "Anomalies"))
        .isEmpty();
    costs.ok("DeleteAnomalyMonitor", Map.of("MonitorArn", monitor));
    assertThat(costs.error("GetAnomalyMonitors", Map.of("MonitorArnList", List.of(monitor))))
        .isEqualTo("UnknownMonitorException");
  }

  @Test
  void costCategory_nameIsTakenOnce(Emulator emulator) {
    Catalogue costs = new Catalogue(emulator, "ce");
    Map<String, Object> category =
        Map.of(
            "Name",
            "team",
            "RuleVersion",
            "CostCategoryExpression.v1",
            "Rules",
            List.of(Map.of("Value", "x")));
    Object arn = costs.ok("CreateCostCategoryDefinition", category).get("CostCategoryArn");
    assertThat(arn).asString().startsWith("arn:aws:ce::111111111111:costcategory/");
    assertThat(costs.error("CreateCostCategoryDefinition", category))
        .isEqualTo("ValidationException");
  }

  @Test
  void sshPublicKey_isTaken(Emulator emulator) {
    assertThat(
            new Catalogue(emulator, "ec2-instance-connect")
                .ok(
                    "SendSSHPublicKey",
                    Map.of(
                        "InstanceId",
                        "i-0123456789abcdef0",
                        "InstanceOSUser",
                        "ec2-user",
                        "SSHPublicKey",
                        "ssh-ed25519 " + "A".repeat(300))))
        .containsEntry("Success", true);
  }
}
