// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/checkpointservice.h"

#include <QObject>
#include <QPointer>

namespace Trailglass {

class EvidenceDialog;
class KeyPlaceDialog;
class SigningAccess;
struct KeyChoice;

/// Changes the signing key for the dialog about the tree and its checkpoints.
/// \thread GUI
class KeyController : public QObject
{
    Q_OBJECT

public:
    /// \param signing  outlives the controller
    explicit KeyController(SigningAccess &signing, QObject *parent = nullptr);

    /// Does what \a dialog requests of the key, in place of the dialog before.
    void serve(EvidenceDialog *dialog);

Q_SIGNALS:
    /// Another key may sign, or the key be elsewhere.
    void changed();

private:
    void rotate(FormerKey former);
    void openPlaceDialog();
    void keepIn(const KeyChoice &choice);
    void showChange(const KeyChange &change);

    SigningAccess &m_signing;
    QPointer<EvidenceDialog> m_dialog;
    QPointer<KeyPlaceDialog> m_place; ///< while it is open
};

} // namespace Trailglass
