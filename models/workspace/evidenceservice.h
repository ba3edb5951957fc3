// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/merkle/digest.h"
#include "models/workspace/checkpointoverview.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

namespace Trailglass {

/// What a workspace has to show that it was not altered.
struct EvidenceOverview
{
    CheckpointOverview signedHeads = {}; ///< keys and checkpoints
    bool isBuilt = false; ///< false: what is stored is not hashed yet
    qint64 leaves = 0;
    Digest root = {}; ///< of all of them
};

/// Reads them. Blocking.
///
/// \error NotFound: no workspace; NewerVersion, Storage
/// \thread any
[[nodiscard]] Result<EvidenceOverview> readEvidence(const QString &workspace);

/// Writes a file for people, such as a public key: all of it or no file. Blocking.
///
/// \param workspace  whose files, and those that it reads, must stay
/// \error as OutputFile
/// \thread any
[[nodiscard]] Result<void> writeEvidenceFile(const QString &workspace, const QString &fileName,
                                             const QByteArray &bytes, const CancelToken &cancel);

/// What the window knows of the evidence of a workspace, and the files that it writes of it, on a thread of its own. Every
/// call ends once, through its callback, in the GUI thread and never before it returns; not at all when this object is gone.
/// \thread GUI
class EvidenceService : public QObject
{
    Q_OBJECT

public:
    using Read = std::function<void(const Result<EvidenceOverview> &overview)>;
    using Done = std::function<void(const Result<void> &done)>;

    explicit EvidenceService(QString workspace, QObject *parent = nullptr);
    /// Cancels what is being written, which leaves no file, and waits for the thread.
    ~EvidenceService() override;

    /// readEvidence()
    void read(const Read &done);
    /// writeEvidenceFile()
    void write(const QString &fileName, const QByteArray &bytes, const Done &done);
    /// checkWitnessPlace()
    void checkWitness(const QString &path, const Done &done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
