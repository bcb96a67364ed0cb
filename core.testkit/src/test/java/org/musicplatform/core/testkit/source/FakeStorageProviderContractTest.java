package org.musicplatform.core.testkit.source;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.StorageProvider;

/** The fake keeps the contract, whatever it is told to be like. */
class FakeStorageProviderContractTest {

    @Nested
    class LikeAFolder extends Contract {
        LikeAFolder() {
            super(FakeStorageProvider.LIKE_A_FOLDER);
        }
    }

    @Nested
    class LikeACloudDrive extends Contract {
        LikeACloudDrive() {
            super(FakeStorageProvider.LIKE_A_CLOUD_DRIVE);
        }
    }

    @Nested
    class WithPathsAndAListOfChanges extends Contract {
        WithPathsAndAListOfChanges() {
            super(SourceTraits.NONE.withCapabilities(Set.of(SourceCapability.DELTA, SourceCapability.PATH_IDS)));
        }
    }

    @Nested
    class WithNothing extends Contract {
        WithNothing() {
            super(SourceTraits.NONE);
        }
    }

    abstract static class Contract extends StorageProviderContractTest {

        private final FakeStorageProvider fake = new FakeStorageProvider().folder("music");
        private Map<String, byte[]> placed = Map.of();

        Contract(SourceTraits traits) {
            fake.traits(traits).pageSize(2).halfPages();
        }

        @Override
        protected StorageProvider provider() {
            return fake;
        }

        @Override
        protected SourceTraits traits() {
            return fake.traits();
        }

        @Override
        protected String place(Map<String, byte[]> files) {
            var before = placed;
            placed = Map.copyOf(files);
            for (String path : new TreeSet<>(before.keySet())) {
                if (!files.containsKey(path)) {
                    fake.remove("music/" + path);
                }
            }
            files.forEach((path, content) -> {
                if (!Arrays.equals(content, before.get(path))) {
                    fake.file("music/" + path, content);
                }
            });
            return "music";
        }

        @Override
        protected void move(String from, String to) {
            fake.move("music/" + from, "music/" + to);
        }

        @Override
        protected String twins(String name, byte[] one, byte[] other) {
            if (!traits().can(SourceCapability.STABLE_IDS)) {
                return null;
            }
            fake.file("music/" + name, one).twin("music/" + name, other);
            return "music";
        }

        @Override
        protected String nowhere() {
            return "nowhere";
        }
    }
}
