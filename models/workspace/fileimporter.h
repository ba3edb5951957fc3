// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/lazyworkerthread.h"
#include "models/workspace/fileimport.h"

#include <QObject>

namespace Trailglass {

/// Runs importFiles() on a thread of its own, one import at a time.
///
/// \thread GUI
class FileImporter : public QObject
{
    Q_OBJECT

public:
    /// \param clock  outlives the importer
    FileImporter(QString workspace, const Clock &clock, QObject *parent = nullptr);
    /// Cancels, and waits: within 100 ms. What is committed stays.
    ~FileImporter() override;

    /// Ends with finished() or failed().
    /// \param source  as for importFiles()
    /// \pre none is running
    void start(const QString &source, const QStringList &files);
    /// finished() follows, with what was imported by then, or failed().
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// At most about ten a second.
    void progress(const Trailglass::ImportProgress &progress);
    /// The report tells what could not be read, and of a cancel.
    void finished(const Trailglass::FileImport &import);
    /// Nothing was imported, for an error of importFiles().
    void failed(const Trailglass::Error &error);

private:
    void end(const Result<FileImport> &outcome);

    const QString m_workspace;
    const Clock &m_clock;
    bool m_isRunning = false;
    CancelSource m_cancel;
    LazyWorkerThread m_thread; ///< no signal follows its end
};

} // namespace Trailglass
