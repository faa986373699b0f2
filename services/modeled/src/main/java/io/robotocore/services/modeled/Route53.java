package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Amazon Route 53: hosted zones and the records in them; nobody is asked for them by DNS. */
final class Route53 implements Behaviour {

  private static final List<String> OPERATIONS =
      List.of(
          "CreateHostedZone",
          "GetHostedZone",
          "DeleteHostedZone",
          "UpdateHostedZoneComment",
          "GetHostedZoneCount",
          "ListHostedZonesByName",
          "ChangeResourceRecordSets",
          "ListResourceRecordSets",
          "GetChange",
          "AssociateVPCWithHostedZone",
          "DisassociateVPCFromHostedZone",
          "CreateVPCAssociationAuthorization",
          "ListVPCAssociationAuthorizations",
          "DeleteVPCAssociationAuthorization",
          "ListHostedZonesByVPC",
          "ListTagsForResource");

  @Override
  public Map<String, Answer> operations() {
    Answer answer = scene -> answer(scene.operation().name(), new Route53View(scene));
    return OPERATIONS.stream().collect(Collectors.toMap(Function.identity(), name -> answer));
  }

  private static Map<String, Object> answer(String operation, Route53View view) {
    return switch (operation) {
      case "CreateHostedZone" -> new Route53Zones(view).create();
      case "GetHostedZone" -> new Route53Zones(view).get();
      case "DeleteHostedZone" -> new Route53Zones(view).delete();
      case "UpdateHostedZoneComment" -> new Route53Zones(view).comment();
      case "GetHostedZoneCount" -> new Route53Zones(view).count();
      case "ListHostedZonesByName" -> new Route53Zones(view).byName();
      case "ChangeResourceRecordSets" -> new Route53Records(view).change();
      case "ListResourceRecordSets" -> new Route53Records(view).list();
      case "GetChange" -> view.change();
      case "AssociateVPCWithHostedZone" -> new Route53Vpcs(view).associate();
      case "DisassociateVPCFromHostedZone" -> new Route53Vpcs(view).disassociate();
      case "CreateVPCAssociationAuthorization" -> new Route53Vpcs(view).authorize();
      case "ListVPCAssociationAuthorizations" -> new Route53Vpcs(view).authorized();
      case "DeleteVPCAssociationAuthorization" -> new Route53Vpcs(view).unauthorize();
      case "ListHostedZonesByVPC" -> new Route53Vpcs(view).zones();
      case "ListTagsForResource" -> tags(view);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Map<String, Object> tags(Route53View view) {
    String type = view.input("ResourceType");
    String id = view.input("ResourceId");
    Entity entity =
        view.scene()
            .state()
            .named(id)
            .findFirst()
            .orElseThrow(
                () ->
                    type.equals("healthcheck")
                        ? Route53View.error(
                            "NoSuchHealthCheck", "No health check exists with the specified ID.")
                        : Route53View.error(
                            "NoSuchHostedZone", "No hosted zone found with ID: " + id));
    List<Map<String, String>> tags =
        entity.tags().entrySet().stream()
            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
            .toList();
    return Map.of("ResourceTagSet", Map.of("ResourceType", type, "ResourceId", id, "Tags", tags));
  }
}
