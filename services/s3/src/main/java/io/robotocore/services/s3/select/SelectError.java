package io.robotocore.services.s3.select;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The errors of queries, in S3's words.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#SelectObjectContentErrorCodeList">S3
 *     Select error codes</a>
 */
final class SelectError {

  private SelectError() {}

  private static S3Exception of(String code, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().serviceName("S3").errorCode(code).errorMessage(message).build();
    return (S3Exception)
        S3Exception.builder().message(message).awsErrorDetails(details).statusCode(400).build();
  }

  static S3Exception syntax() {
    return of("ParseUnexpectedToken", "The SQL expression contains an unexpected token.");
  }

  static S3Exception unsupported() {
    return of("UnsupportedSyntax", "Encountered invalid syntax.");
  }

  static S3Exception unsupportedFunction() {
    return of("UnsupportedFunction", "Encountered an unsupported SQL function.");
  }

  static S3Exception wrongArguments() {
    return of(
        "EvaluatorInvalidArguments",
        "There is an incorrect number of arguments in the function call in the SQL expression.");
  }

  static S3Exception noSource() {
    return of(
        "ParseSelectMissingFrom",
        "The SQL expression contains a missing FROM after a SELECT list.");
  }

  static S3Exception noColumn() {
    return of("InvalidColumnIndex", "The column index in the SQL expression is invalid.");
  }

  static S3Exception missingHeaders() {
    return of(
        "MissingHeaders",
        "Some headers in the query are missing from the file. Check the file and try again.");
  }

  static S3Exception castFailed() {
    return of(
        "CastFailed",
        "Attempt to convert from one data type to another using CAST failed in the SQL expression.");
  }

  static S3Exception csv() {
    return of(
        "CSVParsingError",
        "Encountered an error parsing the CSV file. Check the file and try again.");
  }

  static S3Exception json() {
    return of(
        "JSONParsingError",
        "Encountered an error parsing the JSON file. Check the file and try again.");
  }

  static S3Exception compression() {
    return of(
        "InvalidCompressionFormat",
        "The file is not in a supported compression format. Only GZIP and BZIP2 are supported.");
  }

  static S3Exception expressionType() {
    return of(
        "InvalidExpressionType",
        "The ExpressionType is invalid. Only SQL expressions are supported.");
  }

  static S3Exception source() {
    return of(
        "InvalidDataSource",
        "Invalid data source type. Only CSV, JSON, and Parquet are supported.");
  }

  static S3Exception parquet() {
    return of("UnsupportedParquetType", "The specified Parquet type is not supported.");
  }

  static S3Exception scanRange() {
    return of(
        "UnsupportedScanRangeInput",
        "Scan range queries are not supported on this type of object.");
  }

  static S3Exception invalidRange() {
    return of("InvalidScanRange", "The specified scan range is not valid.");
  }

  static S3Exception incomparable() {
    return of("IncorrectSqlFunctionArgumentType", "Incorrect type of arguments in function call.");
  }
}
