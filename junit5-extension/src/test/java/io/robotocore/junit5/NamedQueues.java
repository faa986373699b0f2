package io.robotocore.junit5;

import io.robotocore.service.AwsService;
import io.robotocore.service.Call;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;
import io.robotocore.state.State;
import io.robotocore.state.Table;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

/**
 * As much of SQS as the extension's tests need to see whether state is kept and forgotten: queues
 * that have a name and nothing else.
 */
record NamedQueues(Call call, Names state) implements SqsClient {

  @Override
  public CreateQueueResponse createQueue(CreateQueueRequest in) {
    state.names.put(in.queueName(), call.random().uuid());
    return CreateQueueResponse.builder().queueUrl(url(in.queueName())).build();
  }

  @Override
  public ListQueuesResponse listQueues(ListQueuesRequest in) {
    return ListQueuesResponse.builder()
        .queueUrls(state.names.asMap().keySet().stream().map(this::url).toList())
        .build();
  }

  private String url(String name) {
    return "http://" + call.region() + "/" + call.account() + "/" + name;
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {
    // Lives as long as one call.
  }

  static final class Names extends State {
    private final Table<String, String> names = table();
  }

  /** Offers these queues as SQS. */
  @AwsService(id = "sqs", client = "software.amazon.awssdk.services.sqs.SqsClient", module = "sqs")
  public static final class Provider implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(SqsClient.class, Names::new, NamedQueues::new);
    }
  }
}
