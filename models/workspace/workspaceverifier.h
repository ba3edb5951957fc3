// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/workspaceverification.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Runs verifyWorkspace() on a thread of its own; a new call ends the last.
/// \thread GUI
class WorkspaceVerifier : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceVerifier(QString workspace, QObject *parent = nullptr);
    /// Cancels, and waits for the thread.
    ~WorkspaceVerifier() override;

    /// finished() or failed() follows, unless another call comes.
    /// \param witnessFile  as of verifyWorkspace(); \a parts too
    void start(const QString &witnessFile, VerifiedParts parts = VerifiedParts::HashesAndFields);
    /// failed() follows, with Cancelled.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// \param activity  a sentence about what is being done
    void progress(const QString &activity);
    void finished(const Trailglass::WorkspaceVerdict &verdict);
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
