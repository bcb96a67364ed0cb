package org.musicplatform.hosts.shell;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** All commands, in the order in which help lists them. */
final class CommandTypes {

    static final List<Class<?>> ALL = List.of(
            IndexCommand.class,
            OpenCommand.class,
            RefreshCommand.class,
            SourcesCommand.class,
            HeldCommands.All.class,
            JobsCommand.class,
            WatchesCommand.class,
            ForgetCommand.class,
            SearchCommand.class,
            TracksCommand.class,
            AlbumsCommand.class,
            ArtistsCommand.class,
            GenresCommand.class,
            FolderCommand.class,
            ShowCommand.class,
            LyricsCommand.class,
            ArtworkCommand.class,
            RateCommand.class,
            FavouriteCommand.class,
            HistoryCommand.class,
            DuplicateCommands.All.class,
            CurationCommands.Explain.class,
            CurationCommands.Edit.class,
            CurationCommands.Revert.class,
            CurationCommands.Merge.class,
            CurationCommands.Split.class,
            CurationCommands.Undo.class,
            CurationCommands.Decisions.class,
            CurationCommands.Purge.class,
            PlaylistCommands.All.class,
            ListenerCommands.All.class,
            PlayCommand.class,
            TransportCommands.Pause.class,
            TransportCommands.Resume.class,
            TransportCommands.Next.class,
            TransportCommands.Previous.class,
            TransportCommands.Seek.class,
            TransportCommands.SetVolume.class,
            TransportCommands.Stop.class,
            TransportCommands.Playing.class,
            PluginCommands.Install.class,
            PluginCommands.Remove.class,
            PluginCommands.All.class,
            UserDataCommands.Export.class,
            UserDataCommands.Import.class,
            UserDataCommands.Erase.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            BundlesCommand.class,
            ShellCommand.class);

    private CommandTypes() {}

    /** Returns the command of a name, or null. */
    static Class<?> named(String name) {
        return ALL.stream().filter(type -> isNamed(type, name)).findFirst().orElse(null);
    }

    private static boolean isNamed(Class<?> type, String name) {
        var command = type.getAnnotation(CommandLine.Command.class);
        return command.name().equals(name) || Arrays.asList(command.aliases()).contains(name);
    }
}
