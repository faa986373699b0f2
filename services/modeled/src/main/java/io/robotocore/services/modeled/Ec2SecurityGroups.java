package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;

/**
 * Security groups.
 *
 * @param view the call's view of EC2
 */
record Ec2SecurityGroups(Ec2View view) {

  Map<String, Object> create() {
    String name = view.input("GroupName");
    String vpc =
        view.input("VpcId").isEmpty()
            ? defaultVpc()
            : view.need("Vpc", view.input("VpcId")).key().id();
    if (view.all("SecurityGroup", "vpcid", vpc)
        .anyMatch(group -> Structures.text(group, "groupname").equals(name))) {
      throw Ec2View.error(
          "InvalidGroup.Duplicate",
          "The security group '%s' already exists for VPC '%s'".formatted(name, vpc));
    }
    Entity group = view.change(view.create("SecurityGroup"), Map.of("vpcid", vpc));
    return view.shown("SecurityGroup", open(group));
  }

  private String defaultVpc() {
    return view.all("Vpc", "isdefault", "true")
        .findFirst()
        .map(vpc -> vpc.key().id())
        .orElseThrow(() -> Ec2View.error("VPCIdNotSpecified", "No default VPC for this user"));
  }

  /** The security group that a VPC has from the beginning: its members reach each other. */
  void makeDefault(String vpc) {
    Entity group =
        open(
            view.make(
                "SecurityGroup",
                Map.of(
                    "groupname", "default",
                    "description", "default VPC security group",
                    "vpcid", vpc)));
    Ec2Rules rules = new Ec2Rules(view);
    Map<String, Object> itself = Map.of("GroupId", group.key().id(), "UserId", view.account());
    rules.add(group, false, Map.of("ipprotocol", "-1", "referencedgroupinfo", itself));
    rules.show(group.key().id());
  }

  /** A group whose members may reach everything. */
  private Entity open(Entity group) {
    Ec2Rules rules = new Ec2Rules(view);
    rules.add(group, true, Map.of("ipprotocol", "-1", "cidripv4", "0.0.0.0/0"));
    return rules.show(group.key().id());
  }

  Map<String, Object> delete() {
    Entity group = new Ec2Rules(view).group();
    String id = group.key().id();
    if (Structures.text(group, "groupname").equals("default")) {
      throw Ec2View.error(
          "CannotDelete",
          "the specified group: \"%s\" name: \"default\" cannot be deleted by a user"
              .formatted(id));
    }
    boolean referenced =
        view.all("SecurityGroupRule")
            .filter(rule -> !Structures.text(rule, "groupid").equals(id))
            .anyMatch(rule -> Ec2Rules.peer(rule).equals(id));
    boolean used =
        view.all("NetworkInterface")
            .flatMap(eni -> Ec2View.structures(eni, "groups").stream())
            .anyMatch(member -> Structures.text(member, "GroupId").equals(id));
    if (referenced || used) {
      throw Ec2View.error("DependencyViolation", "resource " + id + " has a dependent object");
    }
    List<Entity> rules = view.all("SecurityGroupRule", "groupid", id).toList();
    rules.forEach(view::remove);
    view.remove(group);
    return Map.of("Return", true, "GroupId", id);
  }
}
