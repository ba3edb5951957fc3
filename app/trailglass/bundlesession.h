// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/exportsession.h"
#include "models/query/queryengine.h"
#include "models/workspace/evidencerunner.h"
#include "views/exporting/exportchoice.h"

#include <QObject>

namespace Trailglass {

class SigningAccess;

/// Makes the evidence bundles that one export dialog requests: looks where they go, has the key read, then writes.
/// \thread GUI
class BundleSession : public QObject
{
    Q_OBJECT

public:
    /// All outlive the session, which alone uses the runner.
    struct Parts
    {
        EvidenceRunner &runner;
        SigningAccess &signing;
        Settings &settings;
    };
    /// Whose rows these are.
    struct Question
    {
        QString typed; ///< the filter as it was typed
        Filter::NodePointer filter; ///< the same, with presets by name
        SortOrder order;
        QString by; ///< name of the local account
    };

    /// \param dialog  owns the session
    BundleSession(const Parts &parts, ExportSession::Rows rows, Question question, ExportDialog &dialog);

Q_SIGNALS:
    /// A file was written.
    void exported(const QString &fileName);

private:
    void tellOfKey();
    void begin(const ExportChoice &choice, const QString &fileName);
    void openKey();
    void write(const TreeSigner &signer);
    void showWritten(const EvidenceReport &report);
    [[nodiscard]] EvidencePlan plan() const;
    [[nodiscard]] EvidenceRunner::Attach attachments(const EvidencePlan &bundle) const;

    Parts m_parts;
    ExportDialog &m_dialog;
    const ExportSession::Rows m_rows;
    const Question m_question;
    ExportChoice m_choice; ///< of the bundle that is being made
    QString m_fileName; ///< likewise
    bool m_isKeyLossTold = false; ///< before anything was signed
};

} // namespace Trailglass
