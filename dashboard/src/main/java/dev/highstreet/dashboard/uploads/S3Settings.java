package dev.highstreet.dashboard.uploads;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFileSupplier;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** How a bucket is spoken to: patiently, but not for ever, and in what most servers know of S3. */
final class S3Settings {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration READING = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 2;

  private S3Settings() {}

  static S3Client client(BucketAddress address, AwsCredentialsProvider credentials) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(address.region()))
            .credentialsProvider(credentials)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECTING)
                    .socketTimeout(READING))
            .overrideConfiguration(
                override -> override.retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
            // servers other than Amazon's may know neither these sums nor chunks that are signed
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build());
    address.endpoint().ifPresent(server -> builder.endpointOverride(server).forcePathStyle(true));
    return builder.build();
  }

  /**
   * What the SDK finds by itself in the environment, in profiles and where a container has some;
   * not in a machine's metadata, for which one would wait where there are none.
   */
  static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.builder()
        .addCredentialsProvider(SystemPropertyCredentialsProvider.create())
        .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .addCredentialsProvider(
            ProfileCredentialsProvider.builder()
                .profileFile(ProfileFileSupplier.defaultSupplier()) // read again once it changes
                .build())
        .addCredentialsProvider(ContainerCredentialsProvider.create())
        .build();
  }
}
