// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/keychanges.h"

#include "models/core/logging.h"
#include "models/core/result.h"
#include "models/core/translation.h"
#include "models/workspace/signingkeys.h"
#include "models/workspace/signingsteps.h"

#include <optional>
#include <utility>

namespace Trailglass {
namespace {

using KeyChanged = CheckpointService::Changed;
using KeyKeeping = SigningKeys::Keeping;

/// A change of the signing key that is on.
struct KeyTask
{
    SigningSteps &steps;
    SigningState state;
    FormerKey former;
    KeyChanged done;

    [[nodiscard]] const SigningKeyRecord *present() const { return state.present(); }
};

Error keyUsage(const QString &message)
{
    return {.kind = ErrorKind::Usage, .message = message};
}

const char *keyPlaceName(SecretReference::Kind kind)
{
    switch (kind) {
    case SecretReference::Kind::Keychain:
        return "keychain";
    case SecretReference::Kind::Environment:
        return "variable";
    case SecretReference::Kind::File:
        return "file";
    case SecretReference::Kind::Session:
        break;
    }
    return "session";
}

/// The new key is stored: takes the former one, or its former place, out of the stores.
void endChange(const KeyTask &task, const KeyChange &change)
{
    const auto report = [&steps = task.steps, done = task.done](const KeyChange &whole) {
        steps.end([done, whole] { done(whole); });
    };
    const SigningKeyRecord *former = task.present();
    if (!former || (!change.isNew && former->reference.kind == change.key.reference.kind))
        return report(change);
    const auto forgotten = [change, report](const Result<void> &removed) {
        KeyChange whole = change;
        if (!removed) {
            whole.notices.append(
                inSequence(tr("The signing key is changed, but the former one may still be in the keychain."),
                           removed.error().message));
        }
        report(whole);
    };
    task.steps.keys().forget(task.state.identity, *former, task.steps.unlessCancelled(forgotten));
}

/// \param isEndorsed  the former key has signed the new one
void endNewKey(const KeyTask &task, const SigningKeyRecord &key, bool isEndorsed, const QStringList &notices)
{
    qCInfo(logEvidence) << "signing key added: place" << keyPlaceName(key.reference.kind)
                        << "signed by the former one" << isEndorsed;
    KeyChange change{.key = key, .isNew = true, .notices = notices};
    if (const SigningKeyRecord *former = task.present(); former && !isEndorsed) {
        change.notices.append(
            tr("The former key %1 has not signed the new one, %2: whoever verifies checkpoints needs "
               "the new one from you. Earlier checkpoints can be verified all the same.")
                .arg(keyIdText(verifierOf(*former)), keyIdText(verifierOf(key))));
    }
    endChange(task, change);
}

/// Goes on with the private half of the former key; without one where there is none, or it is lost.
void withFormerSeed(const KeyTask &task, const SigningSteps::Next<std::optional<Secret>> &next)
{
    if (!task.present() || task.former == FormerKey::IsLost)
        return next({});
    const auto found = [next](const Secret &seed) {
        next(seed);
    };
    task.steps.keys().read(task.state.identity, *task.present(), Attendance::Attended,
                           task.steps.unlessFailed<Secret>(found));
}

void makeNewKey(const KeyTask &task, KeyKeeping keeping)
{
    withFormerSeed(task, [task, keeping](const std::optional<Secret> &former) {
        const auto made = makeSigningKey(task.state, former, task.steps.now());
        if (!made)
            return task.steps.fail(made.error());
        const auto added = [task, isEndorsed = former.has_value()](const SigningKeyRecord &key) {
            endNewKey(task, key, isEndorsed, placeNotices(key));
        };
        task.steps.keepAndAdd(task.state.identity, *made, keeping, added);
    });
}

/// The key stays what it is.
void moveKey(const KeyTask &task, const SecretReference &place, const QStringList &notices)
{
    const auto moved = [task, notices](const SigningKeyRecord &key) {
        qCInfo(logEvidence) << "signing key moved: place" << keyPlaceName(key.reference.kind);
        endChange(task, {.key = key, .notices = notices});
    };
    task.steps.onThread<SigningKeyRecord>(
        [workspace = task.steps.workspace(), key = *task.present(), place](const CancelToken &cancel) {
            return moveSigningKey(workspace, key, place, cancel);
        },
        moved);
}

void keepInKeychain(const KeyTask &task)
{
    if (!task.present())
        return makeNewKey(task, KeyKeeping::Lasting);
    const SigningKeyRecord key = *task.present();
    if (key.reference.kind == SecretReference::Kind::Keychain) {
        return endChange(task, {.key = key, .notices = {tr("The signing key is in the keychain already.")}});
    }
    if (task.former == FormerKey::IsLost)
        return task.steps.fail(
            keyUsage(tr("A key that is lost cannot be moved. Make a new one: “The key is lost…” in the "
                        "window, or “trailglass-cli checkpoint key rotate --lost”.")));
    withFormerSeed(task, [task, key](const std::optional<Secret> &seed) {
        const auto kept = [task](const SecretReference &place) {
            moveKey(task, place, {});
        };
        task.steps.keys().keep(task.state.identity, verifierOf(key), *seed, KeyKeeping::Lasting,
                               task.steps.unlessFailed<SecretReference>(kept));
    });
}

/// Approves a place that the user has named just now.
QStringList approvalNotices(const KeyTask &task, SigningKeyRecord key, const SecretReference &place)
{
    key.reference = place;
    const auto approved = task.steps.keys().approve(task.state.identity, key);
    return approved ? QStringList() : QStringList{approved.error().message};
}

void addNamedKey(const KeyTask &task, const Secret &seed, const SecretReference &place)
{
    withFormerSeed(task, [task, seed, place](const std::optional<Secret> &former) {
        const auto named = namedSigningKey(task.state, former, task.steps.now(), seed, place);
        if (!named)
            return task.steps.fail(named.error());
        const auto added = [task, place, isEndorsed = former.has_value()](const SigningKeyRecord &key) {
            endNewKey(task, key, isEndorsed, approvalNotices(task, key, place));
        };
        task.steps.addKey(*named, added);
    });
}

void takeNamedKey(const KeyTask &task, const Secret &seed, const SecretReference &place)
{
    const auto key = SigningKey::fromSeed(seed);
    if (!key)
        return task.steps.fail(key.error());
    const SigningKeyRecord *present = task.present();
    if (present && present->key == key->publicKey())
        return moveKey(task, place, approvalNotices(task, *present, place));
    addNamedKey(task, seed, place);
}

} // namespace

void rotateKey(SigningSteps &steps, FormerKey former, const CheckpointService::Changed &done)
{
    steps.readState([&steps, former, done](const SigningState &state) {
        const KeyTask task{.steps = steps, .state = state, .former = former, .done = done};
        if (const auto *present = task.present();
            present && present->reference.isNamedPlace() && former == FormerKey::Signs) {
            return steps.fail(
                keyUsage(tr("The signing key is in a variable or a file of yours. Put a new key into "
                            "another one, and name that: “Use another key…” in the window, or "
                            "“trailglass-cli checkpoint key set”.")));
        }
        makeNewKey(task, KeyKeeping::AnyPlace);
    });
}

void keepKeyIn(SigningSteps &steps, const SecretReference &place, FormerKey former,
               const CheckpointService::Changed &done)
{
    if (place.kind == SecretReference::Kind::Session)
        return steps.fail(keyUsage(tr("Name the place of the key: keychain, env:VARIABLE or file:PATH.")));
    steps.readState([&steps, place, former, done](const SigningState &state) {
        const KeyTask task{.steps = steps, .state = state, .former = former, .done = done};
        if (!place.isNamedPlace())
            return keepInKeychain(task);
        const auto named = [task, place](const Secret &seed) {
            takeNamedKey(task, seed, place);
        };
        steps.onThread<Secret>([place](const CancelToken &) { return readNamedKey(place); }, named);
    });
}

QStringList placeNotices(const SigningKeyRecord &key)
{
    if (key.reference.kind != SecretReference::Kind::Session)
        return {};
    return {sessionKeyNotice(verifierOf(key))};
}

} // namespace Trailglass
