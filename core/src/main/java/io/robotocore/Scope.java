package io.robotocore;

import io.robotocore.service.AccessKeys;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.SdkClient;

/** An account and region of an emulator. */
public final class Scope {

  private final Clients clients;
  private final String account;
  private final String region;

  Scope(Clients clients, String account, String region) {
    this.clients = clients;
    this.account = Accounts.checked(account);
    this.region = region;
  }

  /** The same region in another account, given by its twelve digits. */
  public Scope as(String otherAccount) {
    return new Scope(clients, otherAccount, region);
  }

  /** The same account in another region. */
  public Scope in(String otherRegion) {
    return new Scope(clients, account, otherRegion);
  }

  /** The account's twelve digits. */
  public String account() {
    return account;
  }

  /** The region's name. */
  public String region() {
    return region;
  }

  /** The credentials of the account's root user, which the emulator's own clients sign with. */
  public AwsCredentials credentials() {
    return AwsBasicCredentials.create(account, AccessKeys.secretOf(account));
  }

  /**
   * A client of this account and region: any synchronous or asynchronous client interface of the
   * AWS SDK. The emulator closes it.
   */
  public <C extends SdkClient> C client(Class<C> client) {
    return clients.get(client, account, region);
  }
}
