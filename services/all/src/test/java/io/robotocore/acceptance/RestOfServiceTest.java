package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.Fidelity;
import io.robotocore.RecordedCall;
import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.ListStorageLensGroupEntry;

/** Operations of a service with code that the code leaves to the service's model. */
@AwsEmulator
final class RestOfServiceTest {

  private static final String ACCOUNT = "123456789012";

  @Test
  void createStorageLensGroup_thatNoCodeKnows_isListed(S3ControlClient control, Emulator emulator) {
    control.createStorageLensGroup(
        in ->
            in.accountId(ACCOUNT)
                .storageLensGroup(group -> group.name("logs").filter(f -> f.matchAnyPrefix("l/"))));

    assertThat(control.listStorageLensGroups(in -> in.accountId(ACCOUNT)).storageLensGroupList())
        .extracting(ListStorageLensGroupEntry::name)
        .containsExactly("logs");
    assertThat(
            control
                .getStorageLensGroup(in -> in.accountId(ACCOUNT).name("logs"))
                .storageLensGroup()
                .filter()
                .matchAnyPrefix())
        .containsExactly("l/");
    assertThat(emulator.calls()).extracting(RecordedCall::fidelity).containsOnly(Fidelity.MODELED);
  }

  @Test
  void putPublicAccessBlock_besidesIt_isOfTheCode(S3ControlClient control, Emulator emulator) {
    control.putPublicAccessBlock(
        in -> in.accountId(ACCOUNT).publicAccessBlockConfiguration(b -> b.blockPublicAcls(true)));

    assertThat(
            control
                .getPublicAccessBlock(in -> in.accountId(ACCOUNT))
                .publicAccessBlockConfiguration()
                .blockPublicAcls())
        .isTrue();
    assertThat(emulator.calls()).extracting(RecordedCall::fidelity).containsOnly(Fidelity.EMULATED);
  }
}
