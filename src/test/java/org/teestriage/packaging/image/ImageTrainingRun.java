package org.teestriage.packaging.image;

import java.nio.file.Files;
import java.nio.file.Path;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Jvm;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealMySql;

/**
 * Runs the service of the image once, with the Java of the image: starts a node and walks one concern through its path.
 * Where that Java can store an AOT cache, later starts load their classes from it. Called by the build of the image
 * with the Java home and the folder of the service, in which {@code java.options} will name the cache.
 */
final class ImageTrainingRun {

    private static final String ARCHIVE = "classes.aot";

    private ImageTrainingRun() {}

    public static void main(String... folders) throws Throwable {
        Jvm java = Jvm.at(Path.of(folders[0]));
        Path service = Path.of(folders[1]);
        String options = "";
        try (RealMySql mysql = RealMySql.alone("rehearsal");
                Cluster cluster = Cluster.fresh(mysql, Files.createTempDirectory("rehearsal"))
                        .on(java)) {
            if (java.keepsLinkedClasses()) {
                cluster.rehearse(service, service.resolve(ARCHIVE));
                options += "-XX:AOTCache=/app/%s%n".formatted(ARCHIVE);
            }
            Node node = cluster.start(service);
            System.out.printf("IMAGE ready after %d ms%n", node.awaitReady().toMillis());
            node.wholeConcern();
            node.end();
        }
        Files.writeString(service.resolve("java.options"), options);
    }
}
