package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How an instance comes to be: with an address in its subnet, a network interface and a volume.
 *
 * @param view the call's view of EC2
 */
record Ec2Launch(Ec2View view) {

  private static final String ROOT = "/dev/xvda";
  private static final int ROOT_SIZE = 8;

  /** Members of the request whose form in an instance is another. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "networkinterfaces",
          "securitygroups",
          "securitygroupids",
          "blockdevicemappings",
          "monitoring",
          "tagspecifications",
          "iaminstanceprofile",
          "mincount",
          "maxcount");

  Entity launched(String reservation, int index) {
    Entity subnet = subnet();
    Map<String, Object> attributes =
        new LinkedHashMap<>(Attributes.of(view.scene(), view.resource("Instance")));
    attributes.keySet().removeAll(OTHERWISE);
    Optional<Entity> given = givenInterface();
    String address =
        given
            .map(eni -> Structures.text(eni, "privateipaddress"))
            .orElseGet(
                () ->
                    new Ec2Interfaces(view)
                        .address(subnet, view.input("PrivateIpAddress"), Set.of()));
    List<?> groups =
        given
            .<List<?>>map(eni -> Ec2View.structures(eni, "groups"))
            .orElseGet(() -> groups(subnet));
    Object zone = subnet.attribute("availabilityzone").orElse("");
    attributes.put("reservationid", reservation);
    attributes.put("amilaunchindex", index);
    attributes.put("subnetid", subnet.key().id());
    attributes.put("vpcid", subnet.attribute("vpcid").orElse(""));
    attributes.put("privateipaddress", address);
    attributes.put("privatednsname", new Ec2Interfaces(view).dnsName(address));
    attributes.put("securitygroups", groups);
    attributes.put("placement", Map.of("AvailabilityZone", zone, "Tenancy", "default"));
    attributes.put("monitoring", Map.of("State", isMonitored() ? "enabled" : "disabled"));
    attributes.put("rootdevicename", ROOT);
    Entity instance = view.make("Instance", attributes).withTags(tags("instance"));
    view.scene().state().put(instance);
    Entity eni = networkInterface(instance, subnet, given);
    return view.change(
        instance,
        Map.of(
            "networkinterfaces", List.of(Objects.requireNonNull(eni.attributes().get("shown"))),
            "blockdevicemappings", List.of(rootVolume(instance, zone))));
  }

  private boolean isMonitored() {
    return view.scene().input().get("Monitoring") instanceof Map<?, ?> monitoring
        && Boolean.TRUE.equals(monitoring.get("Enabled"));
  }

  /** The network interface that is there already, if the request names one. */
  private Optional<Entity> givenInterface() {
    return Optional.of(firstInterface("NetworkInterfaceId"))
        .filter(id -> !id.isEmpty())
        .map(id -> view.need("NetworkInterface", id));
  }

  private Entity subnet() {
    Optional<Entity> given = givenInterface();
    if (given.isPresent()) {
      return view.need("Subnet", Structures.text(given.get(), "subnetid"));
    }
    String id =
        view.input("SubnetId").isEmpty() ? firstInterface("SubnetId") : view.input("SubnetId");
    return id.isEmpty()
        ? view.all("Subnet", "defaultforaz", "true")
            .min(Comparator.comparing(subnet -> Structures.text(subnet, "availabilityzone")))
            .orElseThrow(
                () ->
                    Ec2View.error(
                        "MissingInput",
                        "No subnets found for the default VPC. Please specify a subnet."))
        : view.need("Subnet", id);
  }

  private String firstInterface(String member) {
    return view.structures("NetworkInterfaces").stream()
        .findFirst()
        .map(eni -> Structures.text(eni, member))
        .orElse("");
  }

  /** The domain of the private names in a region. */
  static String domain(String region) {
    return region.equals("us-east-1") ? "ec2.internal" : region + ".compute.internal";
  }

  private List<Object> groups(Entity subnet) {
    List<String> ids = new ArrayList<>(view.texts("SecurityGroupIds"));
    view.structures("NetworkInterfaces").stream()
        .map(eni -> eni.get("Groups"))
        .filter(List.class::isInstance)
        .forEach(list -> ((List<?>) list).forEach(id -> ids.add(String.valueOf(id))));
    List<Entity> inVpc =
        view.all("SecurityGroup", "vpcid", Structures.text(subnet, "vpcid")).toList();
    List<String> names = new ArrayList<>(view.texts("SecurityGroups"));
    if (ids.isEmpty() && names.isEmpty()) {
      names.add("default");
    }
    for (String name : names) {
      ids.add(
          inVpc.stream()
              .filter(group -> Structures.text(group, "groupname").equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      Ec2View.error(
                          "InvalidGroup.NotFound",
                          "The security group '" + name + "' does not exist"))
              .key()
              .id());
    }
    return new Ec2Instances(view).groups(ids);
  }

  private Entity networkInterface(Entity instance, Entity subnet, Optional<Entity> given) {
    String address = Structures.text(instance, "privateipaddress");
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("SubnetId", subnet.key().id());
    shown.put("VpcId", Structures.text(instance, "vpcid"));
    shown.put("OwnerId", view.account());
    shown.put("PrivateIpAddress", address);
    shown.put("PrivateDnsName", Structures.text(instance, "privatednsname"));
    shown.put(
        "PrivateIpAddresses",
        given
            .<List<?>>map(eni -> Ec2View.structures(eni, "privateipaddresses"))
            .orElse(List.of(Map.of("Primary", true, "PrivateIpAddress", address))));
    shown.put("Groups", Ec2View.structures(instance, "securitygroups"));
    shown.put("Status", "in-use");
    shown.put("InterfaceType", "interface");
    shown.put("SourceDestCheck", true);
    shown.put("Attachment", attachment(instance, given.isEmpty()));
    Map<String, Object> attributes = new LinkedHashMap<>();
    shown.forEach((name, value) -> attributes.put(Names.canonical(name), value));
    attributes.put("instanceid", instance.key().id());
    attributes.put("availabilityzone", Structures.text(subnet, "availabilityzone"));
    Entity eni =
        given.isPresent()
            ? view.change(given.get(), attributes)
            : view.make("NetworkInterface", attributes);
    shown.put("NetworkInterfaceId", eni.key().id());
    return view.change(eni, Map.of("shown", shown));
  }

  /** The attachment of the first network interface, which may go with its instance. */
  private Map<String, Object> attachment(Entity instance, boolean goes) {
    return Map.of(
        "AttachmentId",
        view.newId("eni-attach-"),
        "AttachTime",
        view.scene().call().now(),
        "DeleteOnTermination",
        goes,
        "DeviceIndex",
        0,
        "InstanceId",
        instance.key().id(),
        "InstanceOwnerId",
        view.account(),
        "Status",
        "attached");
  }

  private Map<String, Object> rootVolume(Entity instance, Object zone) {
    Map<String, Object> attributes = rootWanted();
    attributes.putIfAbsent("size", ROOT_SIZE);
    attributes.putIfAbsent("volumetype", "gp3");
    attributes.put("availabilityzone", zone);
    attributes.put("state", "in-use");
    attributes.put("instanceid", instance.key().id());
    Entity volume = view.make("Volume", attributes).withTags(tags("volume"));
    view.scene().state().put(volume);
    Map<String, Object> mapping = new LinkedHashMap<>();
    mapping.put("VolumeId", volume.key().id());
    mapping.put("Status", "attached");
    mapping.put("AttachTime", view.scene().call().now());
    mapping.put("DeleteOnTermination", true);
    Map<String, Object> attachment = new LinkedHashMap<>(mapping);
    attachment.put("InstanceId", instance.key().id());
    attachment.put("Device", ROOT);
    attachment.put("State", "attached");
    view.change(volume, Map.of("attachments", List.of(attachment)));
    return Map.of("DeviceName", ROOT, "Ebs", mapping);
  }

  /** What the request wants of the root volume, by canonical name. */
  private Map<String, Object> rootWanted() {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (Map<?, ?> mapping : view.structures("BlockDeviceMappings")) {
      if (Structures.text(mapping, "DeviceName").equals(ROOT)
          && mapping.get("Ebs") instanceof Map<?, ?> ebs) {
        ebs.forEach((name, value) -> wanted.put(Names.canonical((String) name), value));
      }
    }
    return wanted;
  }

  /** The tags that the request has for things of a type. */
  private Map<String, String> tags(String type) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Map<?, ?> specification : view.structures("TagSpecifications")) {
      if (Structures.text(specification, "ResourceType").equals(type)
          && specification.get("Tags") instanceof List<?> list) {
        for (Object tag : list) {
          if (tag instanceof Map<?, ?> pair) {
            tags.put(Structures.text(pair, "Key"), Structures.text(pair, "Value"));
          }
        }
      }
    }
    return tags;
  }
}
