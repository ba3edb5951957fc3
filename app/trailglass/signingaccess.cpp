// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/signingaccess.h"

#include "models/core/translation.h"
#include "models/workspace/evidenceservice.h"
#include "views/evidence/keyquestion.h"

#include <QMessageBox>

namespace Trailglass {

namespace {

Error notApproved()
{
    return {.kind = ErrorKind::Cancelled, .message = tr("The signing key was not approved.")};
}

template <class Value>
bool needsApproval(const Result<Value> &result)
{
    return !result && result.error().kind == ErrorKind::SecretNotApproved;
}

} // namespace

SigningAccess::SigningAccess(CheckpointService &service, EvidenceService &evidence, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_evidence(evidence)
{
    connect(&service, &CheckpointService::hashing, this, &SigningAccess::hashing);
}

void SigningAccess::openKey(QWidget *window, const CheckpointService::Opened &done)
{
    m_service.openKey({}, [this, window = QPointer(window), done](const Result<TreeSigner> &signer) {
        if (!needsApproval(signer))
            return done(signer);
        ask(window, [this, done](bool isAllowed) {
            if (isAllowed)
                m_service.openKey({.approves = true}, done);
            else
                done(notApproved());
        });
    });
}

void SigningAccess::foreseeKeyLoss(const CheckpointService::Foreseen &done)
{
    m_evidence.read([this, done](const Result<EvidenceOverview> &overview) {
        if (overview)
            m_service.foreseeKeyLoss(overview->signedHeads, done);
    });
}

void SigningAccess::write(QWidget *window, const CheckpointUse &use, const CheckpointService::Written &done)
{
    m_service.write({.use = use},
                    [this, window = QPointer(window), use, done](const Result<WrittenCheckpoint> &written) {
                        if (!needsApproval(written))
                            return done(written);
                        ask(window, [this, use, done](bool isAllowed) {
                            if (isAllowed)
                                m_service.write({.key = {.approves = true}, .use = use}, done);
                            else
                                done(notApproved());
                        });
                    });
}

void SigningAccess::rotate(FormerKey former, const CheckpointService::Changed &done)
{
    m_service.rotate(former, done);
}

void SigningAccess::keepIn(QWidget *window, const SecretReference &place, FormerKey former,
                           const CheckpointService::Changed &done)
{
    const auto again = [this, place, former, done](const Result<TreeSigner> &signer) {
        if (signer)
            m_service.keepIn(place, former, done);
        else
            done(signer.error());
    };
    m_service.keepIn(place, former,
                     [this, window = QPointer(window), again, done](const Result<KeyChange> &change) {
                         if (!needsApproval(change))
                             return done(change);
                         ask(window, [this, again, done](bool isAllowed) {
                             if (isAllowed)
                                 m_service.openKey({.approves = true}, again); // the former one
                             else
                                 done(notApproved());
                         });
                     });
}

void SigningAccess::cancel()
{
    m_service.cancel();
}

void SigningAccess::ask(const QPointer<QWidget> &window, const std::function<void(bool isAllowed)> &decided)
{
    m_evidence.read([window, decided](const Result<EvidenceOverview> &overview) {
        const SigningKeyRecord *key = overview ? overview->signedHeads.present() : nullptr;
        if (!window || !key)
            return decided(false);
        keyQuestion(window, placeText(*key), decided)->open();
    });
}

} // namespace Trailglass

#include "moc_signingaccess.cpp"
