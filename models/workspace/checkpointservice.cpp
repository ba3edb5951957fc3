// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/checkpointservice.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/checkpointoverview.h"
#include "models/workspace/keychanges.h"
#include "models/workspace/signingsteps.h"
#include "models/workspace/witnessfile.h"

#include <utility>

namespace Trailglass {
namespace {

using Keeping = SigningKeys::Keeping;

QString sessionKeyEnded(const SigningKeyRecord &key)
{
    return CheckpointService::tr(
               "The signing key %1 was kept for a single session, which has ended, so a new key was made "
               "that it has not signed. Earlier checkpoints can be verified all the same.")
        .arg(keyIdText(verifierOf(key)));
}

/// Short enough for a strip of a dialog.
QString keyLossForeseen()
{
    return CheckpointService::tr(
        "Without a keychain the signing key is lost when the program ends. What it has signed can be "
        "verified all the same, but later bundles have another key. To sign with a key that stays, choose "
        "one first: “Checkpoints and key…” in the menu Evidence, then “Use another key…”.");
}

/// \param error  why a key that nobody requested was not kept
Error noLastingPlace(const Error &error)
{
    return {.kind = error.kind,
            .message =
                inSequence(error.message,
                           CheckpointService::tr("“Use another key…” in the window, or “trailglass-cli "
                                                 "checkpoint key set”, says where the signing key is.")),
            .detail = error.detail};
}

} // namespace

class CheckpointService::Private
{
public:
    Private(CheckpointService *service, const QString &workspace, SecretPlaces places, const Clock &clock)
        : steps(workspace, places, clock,
                [service](qint64 rows, qint64 ofRows) { Q_EMIT service->hashing(rows, ofRows); })
    {
    }

    /// Before a key is made for nothing.
    void checkPlace(const QString &witnessFile, const std::function<void()> &next);
    /// Reads the key or makes it, and goes on with \a next.
    void openKey(const KeyUse &use, const SigningSteps::Next<TreeSigner> &next);
    void readKey(const SigningState &state, const KeyUse &use, const SigningSteps::Next<TreeSigner> &next);
    void makeKey(const SigningState &state, const KeyUse &use, const QStringList &notices,
                 const SigningSteps::Next<TreeSigner> &next);
    [[nodiscard]] TreeSigner signer(const SigningState &state, const SigningKeyRecord &key,
                                    const Secret &seed, const QStringList &notices) const;

    SigningSteps steps;
};

void CheckpointService::Private::checkPlace(const QString &witnessFile, const std::function<void()> &next)
{
    if (witnessFile.isEmpty())
        return next();
    const auto check = [workspace = steps.workspace(), witnessFile](const CancelToken &) -> Result<QString> {
        TRY(checkWitnessPlace(witnessFile, workspace));
        return witnessFile;
    };
    steps.onThread<QString>(check, [next](const QString &) { next(); });
}

void CheckpointService::Private::openKey(const KeyUse &use, const SigningSteps::Next<TreeSigner> &next)
{
    steps.readState([this, use, next](const SigningState &state) {
        if (state.present())
            readKey(state, use, next);
        else
            makeKey(state, use, {}, next);
    });
}

void CheckpointService::Private::readKey(const SigningState &state, const KeyUse &use,
                                         const SigningSteps::Next<TreeSigner> &next)
{
    const SigningKeyRecord key = *state.present();
    const auto approved = use.approves ? steps.keys().approve(state.identity, key) : Result(QStringList());
    if (!approved)
        return steps.fail(approved.error());
    const auto found = [this, state, key, next, notices = *approved](const Secret &seed) {
        next(signer(state, key, seed, notices));
    };
    const auto otherwise = [this, state, key, use, next](const Error &error) {
        const bool isOver =
            error.kind == ErrorKind::NotFound && key.reference.kind == SecretReference::Kind::Session;
        if (isOver && !use.isAutomatic)
            makeKey(state, use, {sessionKeyEnded(key)}, next);
        return isOver && !use.isAutomatic;
    };
    steps.keys().read(state.identity, key, use.attendance, steps.unlessFailed<Secret>(found, otherwise));
}

void CheckpointService::Private::makeKey(const SigningState &state, const KeyUse &use,
                                         const QStringList &notices,
                                         const SigningSteps::Next<TreeSigner> &next)
{
    const auto made = makeSigningKey(state, {}, steps.now());
    if (!made)
        return steps.fail(made.error());
    const auto added = [this, state, notices, next, seed = made->seed](const SigningKeyRecord &key) {
        qCInfo(logEvidence) << "signing key made";
        next(signer(state, key, seed, notices + placeNotices(key)));
    };
    const auto otherwise = [this, use](const Error &error) {
        const bool isExplained = use.isAutomatic && error.kind == ErrorKind::SecretUnavailable;
        if (isExplained)
            steps.fail(noLastingPlace(error));
        return isExplained;
    };
    steps.keepAndAdd(state.identity, *made, use.isAutomatic ? Keeping::Lasting : Keeping::AnyPlace, added,
                     otherwise);
}

TreeSigner CheckpointService::Private::signer(const SigningState &state, const SigningKeyRecord &key,
                                              const Secret &seed, const QStringList &notices) const
{
    TreeSigner signer(steps.workspace(), state.identity, key, seed);
    signer.setNotices(notices);
    return signer;
}

CheckpointService::CheckpointService(const QString &workspace, SecretPlaces places, const Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, workspace, places, clock))
{
}

CheckpointService::~CheckpointService() = default;

void CheckpointService::openKey(const KeyUse &use, const Opened &done)
{
    const auto opened = [this, done](const TreeSigner &signer) {
        d->steps.end([done, signer] { done(signer); });
    };
    d->steps.add({.begin = [this, use, opened] { d->openKey(use, opened); },
                  .fail =
                      [done](const Error &error) {
                          done(error);
                      }});
}

void CheckpointService::foreseeKeyLoss(const CheckpointOverview &heads, const Foreseen &done)
{
    const SigningKeyRecord *present = heads.present();
    d->steps.keys().foresee(heads.identity, present ? std::optional(*present) : std::nullopt,
                            [done](bool isLasting) { done(isLasting ? QString() : keyLossForeseen()); });
}

void CheckpointService::write(const CheckpointRequest &request, const Written &done)
{
    const auto written = [this, done](const WrittenCheckpoint &checkpoint) {
        d->steps.end([done, checkpoint] { done(checkpoint); });
    };
    const auto opened = [this, use = request.use, written](const TreeSigner &signer) {
        d->steps.onThread<WrittenCheckpoint>(
            [signer, use, now = d->steps.now()](const CancelToken &cancel) {
                return signer.write(use, now, cancel);
            },
            written);
    };
    const auto begin = [this, request, opened] {
        d->checkPlace(request.use.witnessFile,
                      [this, key = request.key, opened] { d->openKey(key, opened); });
    };
    d->steps.add({.begin = begin, .fail = [done](const Error &error) {
                      done(error);
                  }});
}

void CheckpointService::rotate(FormerKey former, const Changed &done)
{
    d->steps.add({.begin = [this, former, done] { rotateKey(d->steps, former, done); },
                  .fail =
                      [done](const Error &error) {
                          done(error);
                      }});
}

void CheckpointService::keepIn(const SecretReference &place, FormerKey former, const Changed &done)
{
    d->steps.add({.begin = [this, place, former, done] { keepKeyIn(d->steps, place, former, done); },
                  .fail =
                      [done](const Error &error) {
                          done(error);
                      }});
}

void CheckpointService::cancel()
{
    d->steps.cancel();
}

bool CheckpointService::isBusy() const
{
    return d->steps.isBusy();
}

} // namespace Trailglass

#include "moc_checkpointservice.cpp"
