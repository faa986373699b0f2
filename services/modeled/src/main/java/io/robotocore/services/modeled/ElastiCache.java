package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Amazon ElastiCache: the node groups of replication groups, and the clusters that are their
 * members.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html">
 *     ReplicationGroup</a>
 */
final class ElastiCache implements Behaviour {

  private static final String GROUP = "replicationgroup";
  private static final String CLUSTER = "cachecluster";
  private static final String GROUP_ID = "replicationgroupid";
  private static final String HOST = ".use1.cache.amazonaws.com";

  /** What a cluster has from the group that it is a member of. */
  private static final List<String> INHERITED =
      List.of(
          "engine",
          "engineversion",
          "port",
          "hostpart",
          "cachenodetype",
          "cacheparametergroupname",
          "cachesubnetgroupname",
          "securitygroupids",
          "preferredmaintenancewindow",
          "autominorversionupgrade",
          "snapshotretentionlimit",
          "snapshotwindow",
          "transitencryptionenabled",
          "atrestencryptionenabled");

  /**
   * A group that is being created.
   *
   * @param scene the call that creates it
   * @param entity the group
   * @param isClustered whether its node groups share the keys among them
   */
  private record Group(Scene scene, Entity entity, boolean isClustered) {

    private List<Object> nodeGroups() {
      int groups = number("NumNodeGroups", 1);
      return IntStream.rangeClosed(1, groups).mapToObj(this::nodeGroup).toList();
    }

    private Object nodeGroup(int index) {
      String number = "%04d".formatted(index);
      Map<String, Object> group = new LinkedHashMap<>();
      group.put("NodeGroupId", number);
      group.put("Status", "available");
      if (!isClustered) {
        group.put("PrimaryEndpoint", endpoint(id() + "." + hostPart() + ".ng." + number));
        group.put("ReaderEndpoint", endpoint(id() + "-ro." + hostPart() + ".ng." + number));
      }
      String prefix = isClustered ? id() + "-" + number : id();
      int members = isClustered ? 1 + number("ReplicasPerNodeGroup", 0) : plainMembers();
      group.put(
          "NodeGroupMembers",
          IntStream.rangeClosed(1, members).mapToObj(nth -> member(prefix, nth)).toList());
      return group;
    }

    private int plainMembers() {
      return number("NumCacheClusters", 1 + number("ReplicasPerNodeGroup", 0));
    }

    private Map<String, Object> member(String prefix, int nth) {
      Map<String, Object> member = new LinkedHashMap<>();
      member.put("CacheClusterId", prefix + "-%03d".formatted(nth));
      member.put("CacheNodeId", "0001");
      member.put("PreferredAvailabilityZone", scene.call().region() + "a");
      if (!isClustered) {
        member.put("CurrentRole", nth == 1 ? "primary" : "replica");
        String name = prefix + "-%03d".formatted(nth);
        member.put("ReadEndpoint", endpoint(name + "." + hostPart() + ".0001"));
      }
      return member;
    }

    private Map<String, Object> endpoint(String name) {
      return Map.of("Address", name + HOST, "Port", entity.attribute("port").orElse(0));
    }

    private String id() {
      return entity.key().id();
    }

    private Object hostPart() {
      return entity.attribute("hostpart").orElse("");
    }

    private int number(String member, int usual) {
      return scene.input().get(member) instanceof Number number ? number.intValue() : usual;
    }
  }

  @Override
  public Map<String, Answer> operations() {
    Map<String, Answer> operations =
        new LinkedHashMap<>(ParameterGroups.of("elasticache").operations());
    operations.put("CreateReplicationGroup", ElastiCache::create);
    operations.put("DeleteReplicationGroup", ElastiCache::delete);
    return operations;
  }

  private static Resource resource(Scene scene, String noun) {
    return scene.design().resource(noun).orElseThrow();
  }

  private static Map<String, Object> create(Scene scene) {
    Creation creation = new Creation(scene, resource(scene, GROUP));
    Entity entity = creation.create();
    boolean clustered = isClustered(scene);
    Group group = new Group(scene, entity, clustered);
    List<Object> nodeGroups = group.nodeGroups();
    List<String> members = new ArrayList<>();
    for (Object nodeGroup : nodeGroups) {
      if (((Map<?, ?>) nodeGroup).get("NodeGroupMembers") instanceof List<?> list) {
        list.forEach(one -> members.add(String.valueOf(((Map<?, ?>) one).get("CacheClusterId"))));
      }
    }
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("nodegroups", nodeGroups);
    more.put("memberclusters", List.copyOf(members));
    more.put("clusterenabled", clustered);
    if (clustered) {
      more.put("clustermode", "enabled");
      String name = group.id() + "." + group.hostPart() + ".clustercfg";
      more.put("configurationendpoint", group.endpoint(name));
    }
    Entity whole = entity.knowing(more);
    scene.state().put(whole);
    members.forEach(member -> makeMember(scene, whole, member));
    return creation.shown(whole);
  }

  private static boolean isClustered(Scene scene) {
    return scene.input().containsKey("NodeGroupConfiguration")
        || (scene.input().get("NumNodeGroups") instanceof Number groups && groups.intValue() > 1)
        || String.valueOf(scene.input().get("CacheParameterGroupName")).endsWith(".cluster.on");
  }

  private static void makeMember(Scene scene, Entity group, String id) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    INHERITED.forEach(
        name -> group.attribute(name).ifPresent(value -> attributes.put(name, value)));
    attributes.put("cacheclusterid", id);
    attributes.put(GROUP_ID, group.key().id());
    new Creation(scene, resource(scene, CLUSTER)).make(attributes);
  }

  private static Map<String, Object> delete(Scene scene) {
    Resource resource = resource(scene, GROUP);
    Entity group = new Finder(scene).theOne(resource);
    scene
        .state()
        .all(CLUSTER)
        .filter(one -> one.attribute(GROUP_ID).filter(group.key().id()::equals).isPresent())
        .toList()
        .forEach(scene.state()::remove);
    Entity gone = new Transit(scene).removed(resource, group);
    return new Projection(scene, resource, gone).onto(scene.operation().output());
  }
}
