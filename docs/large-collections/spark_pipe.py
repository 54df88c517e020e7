"""Tags talks with Spark: spark-submit spark_pipe.py TALKS RECORDS. Both are folders or files that Spark can reach."""

import sys

from pyspark.sql import SparkSession

# The lines of a partition go to its standard input; what it prints are the lines of the new partition.
TAG = "mlops-tag - --stdin-filename talks.ndjson --format ndjson --fail-on never"

talks, records = sys.argv[1:3]
context = SparkSession.builder.appName("mlops-tag").getOrCreate().sparkContext
context.textFile(talks).pipe(TAG, checkCode=True).saveAsTextFile(records)
