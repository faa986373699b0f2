package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The volumes and network interfaces of instances.
 *
 * @param view the call's view of EC2
 */
record Ec2Attachments(Ec2View view) {

  Map<String, Object> attachVolume() {
    Entity volume = view.need("Volume", view.input("VolumeId"));
    Entity instance = view.need("Instance", view.input("InstanceId"));
    if (!Ec2View.structures(volume, "attachments").isEmpty()) {
      throw Ec2View.error("VolumeInUse", volume.key().id() + " is already attached to an instance");
    }
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("VolumeId", volume.key().id());
    attachment.put("InstanceId", instance.key().id());
    attachment.put("Device", view.input("Device"));
    attachment.put("State", "attached");
    attachment.put("AttachTime", view.scene().call().now());
    attachment.put("DeleteOnTermination", false);
    view.change(volume, Map.of("attachments", List.of(attachment), "state", "in-use"));
    List<Object> mappings = new ArrayList<>(Ec2View.structures(instance, "blockdevicemappings"));
    Map<String, Object> ebs = new LinkedHashMap<>(attachment);
    ebs.put("Status", "attached");
    ebs.keySet().retainAll(List.of("VolumeId", "Status", "AttachTime", "DeleteOnTermination"));
    mappings.add(Map.of("DeviceName", view.input("Device"), "Ebs", ebs));
    view.change(instance, Map.of("blockdevicemappings", mappings));
    Map<String, Object> answer = new LinkedHashMap<>(attachment);
    answer.put("State", "attaching");
    return answer;
  }

  Map<String, Object> detachVolume() {
    Entity volume = view.need("Volume", view.input("VolumeId"));
    List<Map<?, ?>> attachments = Ec2View.structures(volume, "attachments");
    if (attachments.isEmpty()) {
      throw Ec2View.error(
          "IncorrectState", "Volume '" + volume.key().id() + "' is in the 'available' state.");
    }
    Map<String, Object> answer = texts(attachments.get(0));
    view.find("Instance", Structures.text(attachments.get(0), "InstanceId"))
        .ifPresent(instance -> forget(instance, volume.key().id()));
    view.change(volume, Map.of("attachments", List.of(), "state", "available"));
    answer.put("State", "detaching");
    return answer;
  }

  private static Map<String, Object> texts(Map<?, ?> structure) {
    Map<String, Object> named = new LinkedHashMap<>();
    structure.forEach((name, value) -> named.put((String) name, value));
    return named;
  }

  private void forget(Entity instance, String volume) {
    List<Map<?, ?>> mappings =
        Ec2View.structures(instance, "blockdevicemappings").stream()
            .filter(
                mapping ->
                    !(mapping.get("Ebs") instanceof Map<?, ?> ebs
                        && Structures.text(ebs, "VolumeId").equals(volume)))
            .toList();
    view.change(instance, Map.of("blockdevicemappings", mappings));
  }

  Map<String, Object> attachInterface() {
    Entity eni = view.need("NetworkInterface", view.input("NetworkInterfaceId"));
    Entity instance = view.need("Instance", view.input("InstanceId"));
    if (eni.attribute("attachment").isPresent()) {
      throw Ec2View.error("InvalidParameterValue", "Interface: [" + eni.key().id() + "] in use.");
    }
    String id = view.newId("eni-attach-");
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("AttachmentId", id);
    attachment.put("AttachTime", view.scene().call().now());
    attachment.put("DeleteOnTermination", false);
    attachment.put("DeviceIndex", view.scene().input().getOrDefault("DeviceIndex", 1));
    attachment.put("InstanceId", instance.key().id());
    attachment.put("InstanceOwnerId", view.account());
    attachment.put("Status", "attached");
    view.change(eni, Map.of("attachment", attachment, "status", "in-use"));
    return Map.of("AttachmentId", id);
  }

  Map<String, Object> detachInterface() {
    String id = view.input("AttachmentId");
    Entity eni =
        view.all("NetworkInterface")
            .filter(found -> isAttachment(found, id))
            .findFirst()
            .orElseThrow(
                () ->
                    Ec2View.error(
                        "InvalidAttachmentID.NotFound",
                        "The interface attachment '" + id + "' does not exist"));
    detach(eni);
    return view.done();
  }

  /** Frees a network interface of its instance. */
  void detach(Entity eni) {
    Map<String, Object> attributes = new LinkedHashMap<>(eni.attributes());
    attributes.keySet().removeAll(List.of("attachment", "instanceid"));
    attributes.put("status", "available");
    view.scene().state().put(new Entity(eni.key(), Map.copyOf(attributes), eni.tags(), eni.life()));
  }

  private static boolean isAttachment(Entity eni, String id) {
    return eni.attribute("attachment")
        .filter(
            attachment ->
                attachment instanceof Map<?, ?> map
                    && Structures.text(map, "AttachmentId").equals(id))
        .isPresent();
  }
}
