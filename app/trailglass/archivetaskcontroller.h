// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/archivetasks.h"
#include "views/sources/archivetaskdialog.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>

namespace Trailglass {

class MainWindow;
class Settings;
class SourceService;

/// Opens the dialog in which an archive is managed: what it holds, checks of it, claims of sources, its creation.
/// \thread GUI
class ArchiveTaskController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    struct Parts
    {
        SecretStore &keychain;
        const Clock &clock;
        Settings &settings; ///< the display zone, and where the keys of archives are
        const SourceService &sources; ///< of the workspace: those can be claimed
        MainWindow &window;
    };

    /// \param workspace  its folder; nothing over an archive, where what needs a workspace says so
    /// \param address  of the archive that the dialog begins with; may be empty
    /// \param settingsFile  as for Settings
    ArchiveTaskController(const std::optional<QString> &workspace, QString address,
                          const QString &settingsFile, const Parts &parts, QObject *parent = nullptr);

    /// Opens the dialog for an archive.
    /// \param address  empty: to be entered
    /// \param key  where the key of its user is; nothing: where it was the last time
    /// \param over  what it stands over
    void open(const QString &address, const std::optional<SecretReference> &key, QWidget *over);

private:
    using Task = ArchiveTaskDialog::Task;
    struct Target
    {
        ArchivePlace place;
        ArchiveKeyInput key;
    };

    void begin(Task task, const EnteredArchive &entered);
    void look(const Target &target);
    void check(const Target &target);
    void verify(const Target &target);
    void askForSource(const Target &target);
    void claim(const Target &target, const SourceClaim &wanted);
    void askToTakeOver(const Target &target, const QString &source, const SourceHolder &holder);
    void askHowToCreate(const Target &target);
    void create(const Target &target, bool hasKeeper);
    void askToRemoveKey(const ArchivePlace &place);
    void removeKey(const ArchivePlace &place);

    /// What is called at the end of a task, with \a show where it went through and the dialog is still there.
    template <class Value>
    [[nodiscard]] std::function<void(const Result<Value> &)>
    atEnd(const Target &target, std::function<void(const Value &value)> show);
    void finish(MessageStrip::Kind kind, const QString &sentence, const QList<ArchiveSection> &found = {});
    void fail(const Error &error);

    Parts m_parts;
    QString m_address; ///< of the archive that was managed last
    QPointer<ArchiveTaskDialog> m_dialog; ///< while it is open
    QString m_warning; ///< of the task that is on; empty: none
    ArchiveTasks m_tasks;
};

} // namespace Trailglass
