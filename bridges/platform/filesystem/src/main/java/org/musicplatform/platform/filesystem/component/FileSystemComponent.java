package org.musicplatform.platform.filesystem.component;

import java.nio.file.Path;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.support.PlatformDirectories;
import org.musicplatform.platform.filesystem.LocalFileSystemAccess;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The directories below {@code org.musicplatform.home}, or where this system keeps a person's data. */
@Component(service = FileSystemAccess.class)
public final class FileSystemComponent implements FileSystemAccess {

    private static final String HOME = "org.musicplatform.home";

    private final FileSystemAccess access;

    /** Creates the service of a framework. */
    @Activate
    public FileSystemComponent(BundleContext context) {
        String home = context.getProperty(HOME);
        access = new LocalFileSystemAccess(
                home == null || home.isBlank()
                        ? PlatformDirectories.home(System::getenv, System::getProperty)
                        : Path.of(home));
    }

    @Override
    public Path dataDirectory() {
        return access.dataDirectory();
    }

    @Override
    public Path cacheDirectory() {
        return access.cacheDirectory();
    }

    @Override
    public void writeAtomically(Path file, byte[] content) {
        access.writeAtomically(file, content);
    }

    @Override
    public long usableSpace(Path directory) {
        return access.usableSpace(directory);
    }

    @Override
    public String safeName(String text) {
        return access.safeName(text);
    }
}
