package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.util.Map;

/** What a service does that no model tells of, in code of its own. */
interface Behaviour {

  /** That of a service of which its model and its blueprint tell everything. */
  Behaviour NONE = Map::of;

  /** The operations that it answers instead of the engine, by name. */
  Map<String, Answer> operations();

  /** Makes what is there before anybody has created anything. */
  default void begin(Scene scene) {}

  /**
   * Looks at a request before anything happens.
   *
   * @throws io.robotocore.service.DocumentError if it is to go no further
   */
  default void check(Scene scene) {}

  /**
   * Whether nobody else sees or changes the state while an operation is answered; that must not be
   * where it waits, or touches the states of other services.
   */
  default boolean isAtomic(String operation) {
    return true;
  }

  /**
   * Does what was planned for a time that has come.
   *
   * @param call of the service itself
   * @param what what it was planned for
   */
  default void due(Call call, ModeledState state, EntityKey what) {}

  /** How an operation is answered. */
  interface Answer {
    Map<String, Object> to(Scene scene);
  }

  /** The behaviour of a service. */
  static Behaviour of(String service) {
    return switch (service) {
      case "acm" -> new Acm();
      case "acm-pca" -> new AcmPca();
      case "appconfigdata" -> new AppConfigData();
      case "cognito-identity" -> new CognitoIdentity();
      case "ec2" -> new Ec2();
      case "ecr" -> new Ecr();
      case "ecs" -> new Ecs();
      case "elasticache" -> new ElastiCache();
      case "elbv2" -> new LoadBalancing();
      case "firehose" -> new Firehose();
      case "iot" -> new Iot();
      case "iot-data" -> new IotData();
      case "lakeformation" -> new LakeFormation();
      case "mediastore-data" -> new MediaStoreData();
      case "memorydb", "rds", "redshift" -> ParameterGroups.of(service);
      case "organizations" -> new Organizations();
      case "resource-groups" -> new ResourceGroups();
      case "resourcegroupstaggingapi" -> new TaggingApi();
      case "route53" -> new Route53();
      case "sdb" -> new Sdb();
      case "servicediscovery" -> new ServiceDiscovery();
      case "ses" -> new Ses();
      case "sesv2" -> new SesV2();
      case "ssm" -> new Ssm();
      case "swf" -> new Swf();
      case "xray" -> new Xray();
      default -> NONE;
    };
  }
}
