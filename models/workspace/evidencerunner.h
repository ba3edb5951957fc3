// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/workspace/evidencecreator.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Writes evidence bundles on a thread of its own: a new call cancels the last.
///
/// \thread GUI
class EvidenceRunner : public QObject
{
    Q_OBJECT

public:
    /// Called on the thread of the bundles; may be empty.
    using Attach = AttachToBundle;

    /// \param clock  outlives the runner
    EvidenceRunner(const QString &workspace, const Clock &clock, QObject *parent = nullptr);
    /// Cancels; an unfinished file leaves nothing behind.
    ~EvidenceRunner() override;

    /// checkEvidence(); checked() or failed() follows.
    void check(const QString &caseText, const QString &note, const QString &fileName);
    /// createEvidence(); written() or failed() follows.
    /// \param plan  what it attaches is \a attach; where it tells of the verification is verifying()
    void write(const EvidencePlan &plan, const QString &fileName, const TreeSigner &signer,
               const Attach &attach);
    void cancel();

Q_SIGNALS:
    /// \param events  done so far
    void progress(qint64 events);
    /// \param activity  a sentence about what is being done, while the workspace is verified first
    void verifying(const QString &activity);
    /// A bundle can be written: before that, no key is made and no tree signed.
    void checked();
    void written(const Trailglass::EvidenceReport &report);
    /// Cancelled after cancel() too.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
