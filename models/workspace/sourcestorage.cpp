// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourcestorage.h"

#include "models/core/translation.h"
#include "models/credentials/secretreplacement.h"
#include "models/store/workspace.h"

#include <optional>

namespace Trailglass {
namespace {

SourceSecrets::References inKeychain(const SourceSecrets::References &references)
{
    SourceSecrets::References kept;
    for (auto reference = references.cbegin(); reference != references.cend(); ++reference) {
        if (reference->kind == SecretReference::Kind::Keychain)
            kept.insert(reference.key(), *reference);
    }
    return kept;
}

} // namespace

/// A source whose credentials are not stored yet.
struct SourceStorage::Addition
{
    AddedSource source = std::make_shared<std::optional<SourceId>>();
    References left; ///< may be in the keychain when it is taken back
    QString account; ///< empty until it is known
    std::shared_ptr<SecretReplacement> secrets; ///< null until they are being written
};

SourceStorage::SourceStorage(const QString &workspace, SecretPlaces places, FindAccount findAccount)
    : m_secrets(places)
    , m_findAccount(std::move(findAccount))
    , m_store(StoreThread::openWhenNeeded(workspace))
{
}

SourceStorage::~SourceStorage()
{
    for (const AdditionPointer &addition : std::as_const(m_unfinished))
        m_store->takeBackSource(addition->source, addition->left, this, [](const Result<void> &) {});
}

void SourceStorage::add(const SourcePlan &plan, const References &noted, const Done &done)
{
    const auto addition = std::make_shared<Addition>();
    addition->left = noted;
    m_unfinished.insert(addition);
    const auto findAccount = [this, addition, plan, done](const Result<SourceId> &id) {
        if (!id) {
            m_unfinished.remove(addition);
            return done(id.error());
        }
        m_findAccount(*id, [this, addition, plan, done](const Result<QString> &account) {
            if (!account)
                return takeBack(addition, account.error(), done);
            addition->account = *account;
            writeSecrets(addition, plan, done);
        });
    };
    m_store->addSource(plan.record, addition->source, this, findAccount);
}

void SourceStorage::writeSecrets(const AdditionPointer &addition, const SourcePlan &plan, const Done &done)
{
    const References noted = addition->left;
    addition->left.insert(inKeychain(plan.record.secrets));
    addition->secrets = SecretReplacement::make(m_secrets, addition->account, noted, plan.record.secrets);
    const auto values = SourceSecrets::filed(plan.typed, plan.origin);
    addition->secrets->write(values, [this, addition, noted, plan, done](const Result<void> &written) {
        if (!written) {
            // Of several the first may have been written.
            return addition->secrets->putBack([=, this](const Result<void> &putBack) {
                if (putBack)
                    addition->left = noted;
                takeBack(addition, written.error(), done);
            });
        }
        m_unfinished.remove(addition);
        removeLeftBehind(addition->account, SourceSecrets::leftBehind(noted, plan.record.secrets), done);
    });
}

void SourceStorage::takeBack(const AdditionPointer &addition, const Error &why, const Done &done)
{
    m_unfinished.remove(addition);
    m_store->takeBackSource(addition->source, addition->left, this,
                            [this, why, done](const Result<void> &removed) {
                                Q_EMIT changed();
                                done(removed ? why : removed.error());
                            });
}

void SourceStorage::change(const SourcePlan &plan, const QString &account, const References &before,
                           const Done &done)
{
    const auto secrets = SecretReplacement::make(m_secrets, account, before, plan.record.secrets);
    const auto undo = [secrets, done](const Error &why) {
        secrets->putBack([why, done](const Result<void> &putBack) {
            if (putBack)
                return done(why);
            Error error = why;
            error.message =
                inSequence(why.message, tr("The previous credential could not be restored. Enter it again."));
            done(error);
        });
    };
    const auto update = [this, plan, account, before, undo, done](const Result<void> &written) {
        if (!written)
            return undo(written.error());
        const auto replaced =
            plan.typed.isEmpty() ? EventWriter::Secrets::Kept : EventWriter::Secrets::Replaced;
        m_store->updateSource(
            plan.record, plan.fingerprint, replaced, this, [=, this](const Result<void> &updated) {
                if (!updated)
                    return undo(updated.error());
                removeLeftBehind(account, SourceSecrets::leftBehind(before, plan.record.secrets), done);
            });
    };
    secrets->write(SourceSecrets::filed(plan.typed, plan.origin), update);
}

/// The source works with its new credential: an old one that stays in the keychain is only a warning.
void SourceStorage::removeLeftBehind(const QString &account, const References &left, const Done &done)
{
    m_secrets.remove(account, left, [this, done](const Result<void> &removed) {
        Q_EMIT changed();
        if (removed)
            return done(QStringList());
        done(QStringList{
            tr("The source is saved, but a credential that it does not use any more may still be in "
               "the keychain. %1")
                .arg(removed.error().message)});
    });
}

void SourceStorage::remove(const SourceRecord &source, const QString &account, EventWriter::Purge purge,
                           const std::shared_ptr<WorkspaceLock> &lock, const Done &done)
{
    const auto removeRecord = [this, source, purge, lock, done](const Result<void> &forgotten) {
        const bool purges = purge == EventWriter::Purge::Yes;
        // Second attempt without any keychain: the credential cannot be on this machine, so purge anyway.
        const bool purgesAnyway =
            !forgotten && source.removed && purges && forgotten.error().kind == ErrorKind::SecretUnavailable;
        const auto end = [this, forgotten, purgesAnyway, lock, done](const Result<void> &removed) {
            Q_EMIT changed();
            if (!removed)
                return done(removed.error());
            if (forgotten)
                return done(QStringList());
            const QString &why = forgotten.error().message;
            done(QStringList{
                purgesAnyway ? tr("The source and its events are removed, but its credential may still be in "
                                  "a keychain. %1")
                                   .arg(why)
                             : tr("The source is removed and its events are kept, but its credential may "
                                  "still be in the keychain. %1 Remove the source again to try again.")
                                   .arg(why)});
        };
        if (forgotten || purgesAnyway)
            m_store->removeSource(source.id, purge, this, end);
        else
            m_store->removeSourceKeeping(source.id, SourceSecrets::stored(source.secrets), this, end);
    };
    m_secrets.remove(account, source.secrets, removeRecord);
}

} // namespace Trailglass

#include "moc_sourcestorage.cpp"
