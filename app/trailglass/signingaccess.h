// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/checkpointservice.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace Trailglass {

class EvidenceService;

/// Has something signed, or the key changed, and asks first where the signing key is in a place that nobody has approved.
/// \thread GUI
class SigningAccess : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    SigningAccess(CheckpointService &service, EvidenceService &evidence, QObject *parent = nullptr);

    /// CheckpointService::openKey()
    /// \param window  a question appears over it
    /// \error Cancelled also where the user does not approve
    void openKey(QWidget *window, const CheckpointService::Opened &done);
    /// CheckpointService::foreseeKeyLoss(), for the workspace as it is; nothing where it cannot be read
    void foreseeKeyLoss(const CheckpointService::Foreseen &done);
    /// CheckpointService::write()
    /// \param window  a question appears over it
    /// \error Cancelled also where the user does not approve
    void write(QWidget *window, const CheckpointUse &use, const CheckpointService::Written &done);
    /// CheckpointService::rotate()
    void rotate(FormerKey former, const CheckpointService::Changed &done);
    /// CheckpointService::keepIn()
    /// \param window  a question about the place of the former key appears over it
    /// \error Cancelled also where the user does not approve that
    void keepIn(QWidget *window, const SecretReference &place, FormerKey former,
                const CheckpointService::Changed &done);
    void cancel();

Q_SIGNALS:
    /// CheckpointService::hashing()
    void hashing(qint64 rows, qint64 ofRows);

private:
    void ask(const QPointer<QWidget> &window, const std::function<void(bool isAllowed)> &decided);

    CheckpointService &m_service;
    EvidenceService &m_evidence;
};

} // namespace Trailglass
