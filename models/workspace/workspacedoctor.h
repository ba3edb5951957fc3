// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/workspace/bugreport.h"
#include "models/workspace/workspacecheck.h"
#include "models/workspace/workspacefigures.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Trailglass {

class SecretStore;

/// What to do besides the check.
struct DoctorRequest
{
    bool repairs = false; ///< repairWorkspace(), before the check
    bool reports = false; ///< makeBugReport(), after it
    bool counts = false; ///< workspaceFigures(), after it
};

/// What was found.
struct Diagnosis
{
    QStringList problems; ///< of checkWorkspace(), or why it could not be done; none: all is well
    std::optional<WorkspaceRepair> repaired = {}; ///< when that was requested
    std::optional<Error> keychainError = {}; ///< nothing: the keychain works
    QList<WorkspaceFigures::Line> figures = {}; ///< when they were requested and can be read
    std::optional<BugReport> report = {}; ///< when that was requested
};

/// Checks a workspace and the keychain, and repairs what can be repaired, on a thread of its own.
///
/// \thread the main thread, as for SecretStore
class WorkspaceDoctor : public QObject
{
    Q_OBJECT

public:
    /// \param keychain, clock  outlive the doctor
    /// \param settingsFile  as for Settings
    WorkspaceDoctor(QString workspace, SecretStore &keychain, const Clock &clock, QString settingsFile = {},
                    QObject *parent = nullptr);
    /// Cancels, and waits for the thread.
    ~WorkspaceDoctor() override;

    /// Ends with finished() or failed().
    /// \pre none is running
    void start(const DoctorRequest &request);
    /// failed() follows at once, with Cancelled. What is repaired by then stays repaired.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// \param activity  a sentence about what is being done
    void progress(const QString &activity);
    void finished(const Trailglass::Diagnosis &diagnosis);
    /// Cancelled, or an error of repairWorkspace().
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
