package io.robotocore.services.modeled;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that may be in a group.
 *
 * @param arn its ARN
 * @param type its type in the words of CloudFormation; empty if that is not known
 */
record GroupedResource(String arn, String type) {

  /** The types that ARNs call otherwise than CloudFormation does, or not at all. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("s3:", "AWS::S3::Bucket"),
          Map.entry("sqs:", "AWS::SQS::Queue"),
          Map.entry("sns:", "AWS::SNS::Topic"),
          Map.entry("dynamodb:table", "AWS::DynamoDB::Table"),
          Map.entry("lambda:function", "AWS::Lambda::Function"),
          Map.entry("kinesis:stream", "AWS::Kinesis::Stream"),
          Map.entry("kms:key", "AWS::KMS::Key"),
          Map.entry("secretsmanager:secret", "AWS::SecretsManager::Secret"),
          Map.entry("states:statemachine", "AWS::StepFunctions::StateMachine"),
          Map.entry("events:rule", "AWS::Events::Rule"),
          Map.entry("logs:loggroup", "AWS::Logs::LogGroup"),
          Map.entry("cloudwatch:alarm", "AWS::CloudWatch::Alarm"),
          Map.entry("cloudformation:stack", "AWS::CloudFormation::Stack"),
          Map.entry("rds:db", "AWS::RDS::DBInstance"),
          Map.entry("rds:cluster", "AWS::RDS::DBCluster"),
          Map.entry("rds:subgrp", "AWS::RDS::DBSubnetGroup"),
          Map.entry("ssm:parameter", "AWS::SSM::Parameter"),
          Map.entry("ecs:cluster", "AWS::ECS::Cluster"),
          Map.entry("ecr:repository", "AWS::ECR::Repository"),
          Map.entry("acm:certificate", "AWS::CertificateManager::Certificate"),
          Map.entry("elasticfilesystem:filesystem", "AWS::EFS::FileSystem"),
          Map.entry(
              "elasticloadbalancing:loadbalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
          Map.entry("elasticloadbalancing:targetgroup", "AWS::ElasticLoadBalancingV2::TargetGroup"),
          Map.entry("elasticache:cluster", "AWS::ElastiCache::CacheCluster"),
          Map.entry("es:domain", "AWS::Elasticsearch::Domain"),
          Map.entry("ec2:instance", "AWS::EC2::Instance"),
          Map.entry("ec2:vpc", "AWS::EC2::VPC"),
          Map.entry("ec2:subnet", "AWS::EC2::Subnet"),
          Map.entry("ec2:volume", "AWS::EC2::Volume"),
          Map.entry("ec2:securitygroup", "AWS::EC2::SecurityGroup"),
          Map.entry("ec2:routetable", "AWS::EC2::RouteTable"),
          Map.entry("ec2:internetgateway", "AWS::EC2::InternetGateway"),
          Map.entry("ec2:elasticip", "AWS::EC2::EIP"),
          Map.entry("ec2:natgateway", "AWS::EC2::NatGateway"),
          Map.entry("ec2:networkinterface", "AWS::EC2::NetworkInterface"));

  static GroupedResource of(String arn) {
    return new GroupedResource(arn, Optional.ofNullable(TYPES.get(told(arn))).orElse(""));
  }

  /** What an ARN tells of a type: the service, and the kind of resource if there is one. */
  private static String told(String arn) {
    String[] parts = arn.split(":", 6);
    String[] resource = parts[parts.length - 1].replaceFirst("^/", "").split("[/:]", 2);
    String kind = resource.length > 1 && !parts[2].equals("s3") ? resource[0] : "";
    return parts[2] + ":" + kind.replace("-", "").toLowerCase(Locale.ROOT);
  }

  /** Whether it is of a type: the one that it is known to have, or one that its ARN tells. */
  boolean isOf(Object wanted) {
    String plain =
        String.valueOf(wanted)
            .replaceFirst("^AWS::", "")
            .replace("::", ":")
            .toLowerCase(Locale.ROOT);
    return type.isEmpty() ? plain.equals(told(arn)) : type.equals(wanted);
  }

  /** This with the type that it was asked for by, if no other is known. */
  GroupedResource as(List<String> types) {
    return type.isEmpty()
        ? types.stream()
            .filter(this::isOf)
            .findFirst()
            .map(found -> new GroupedResource(arn, found))
            .orElse(this)
        : this;
  }

  Map<String, Object> shown() {
    return type.isEmpty()
        ? Map.of("ResourceArn", arn)
        : Map.of("ResourceArn", arn, "ResourceType", type);
  }
}
