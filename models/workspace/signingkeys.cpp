// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/signingkeys.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/credentials/secretfile.h"
#include "models/credentials/secretstorecheck.h"
#include "models/credentials/secretvariable.h"

#include <QPointer>

#include <utility>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// What a key is filed for in a store: an address that no request goes to, as a key is sent nowhere.
Origin signingOrigin()
{
    return Origin::fromText(u"https://trailglass.local"_s);
}

SecretUse signingUse(const QString &identity, Attendance attendance = Attendance::Attended)
{
    return {.workspace = identity,
            .account = QString(identity + "/signing-key"_L1),
            .source = {},
            .type = SigningUse,
            .origin = signingOrigin(),
            .isVendorsOwn = false,
            .attendance = attendance};
}

/// \returns the key alone, by its number, with the place where it is
SourceSecrets::References signingReferences(const SigningKeyRecord &key)
{
    return {{keyIdText(verifierOf(key)), key.reference}};
}

QString lostKeyAdvice()
{
    return tr(
        "If it is lost, make a new one: “The key is lost…” in the window, or “trailglass-cli checkpoint key "
        "rotate --lost”. Earlier checkpoints can be verified all the same.");
}

QString newKeyAdvice()
{
    return tr("A signing key is 32 random bytes in base64: “openssl rand -base64 32” makes one.");
}

/// \param name  what the store's error begins with
Error unreadableKey(const QString &name, const SigningKeyRecord &key, const Error &error)
{
    if (error.kind == ErrorKind::NotFound) {
        const QString sentence = key.reference.kind == SecretReference::Kind::Session
            ? tr("The signing key %1 was kept for a single session, which has ended.").arg(name)
            : tr("The signing key %1 is not in the keychain. If the keychain is locked, unlock it and try "
                 "again.")
                  .arg(name);
        return {.kind = error.kind, .message = inSequence(sentence, lostKeyAdvice()), .detail = error.detail};
    }
    const QString prefix = name + ": "_L1;
    const QString reason =
        error.message.startsWith(prefix) ? error.message.mid(prefix.size()) : error.message;
    const QString sentence = inSequence(tr("The signing key %1 cannot be read.").arg(name), reason);
    return {.kind = error.kind, .message = inSequence(sentence, lostKeyAdvice()), .detail = error.detail};
}

Error unapprovedKey(const QList<ReferenceUse> &uses)
{
    const QString sentence = uses.first().sentence();
    return {.kind = ErrorKind::SecretNotApproved,
            .message = inSequence(sentence,
                                  tr("This is not approved yet. To approve it: “Make checkpoint now” in the "
                                     "window, or “trailglass-cli checkpoint --trust”."))};
}

/// Whether somebody has put a key where its place belongs.
bool isKeyItself(const QString &reference)
{
    QByteArray typed = reference.section(u':', 1).toUtf8();
    const auto pasted = Secret::fromText(typed);
    wipe(typed);
    return pasted && SigningKey::fromSeed(*pasted).hasValue();
}

/// \error SecretDenied unless \a seed is that of \a key
Result<Secret> seedOfKey(const SigningKeyRecord &key, const Secret &seed)
{
    const auto found = SigningKey::fromSeed(seed);
    if (found && found->publicKey() == key.key)
        return seed;
    return Error{.kind = ErrorKind::SecretDenied,
                 .message =
                     tr("Another key is in the place of the signing key %1, so nothing was signed. Put the "
                        "right one back, or change to the other one: “Use another key…” in the window, or "
                        "“trailglass-cli checkpoint key set”.")
                         .arg(keyIdText(verifierOf(key)))};
}

} // namespace

QString treeOrigin(const QString &identity)
{
    return "trailglass.local/"_L1 + identity;
}

QString keyIdText(const NoteVerifier &verifier)
{
    return QString::number(verifier.keyId(), 16).rightJustified(8, u'0');
}

NoteVerifier verifierOf(const SigningKeyRecord &key)
{
    return {.name = key.name, .key = key.key};
}

const SigningKeyRecord *presentKey(const std::vector<SigningKeyRecord> &keys)
{
    return !keys.empty() && !keys.back().retired ? &keys.back() : nullptr;
}

Result<SecretReference> parseSigningKeyPlace(const QString &text, const QString &workingFolder)
{
    if (isKeyItself(text)) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("This is a key, and not where it is. Put it into a file that only you can "
                                   "read, and name the file.")};
    }
    TRY(const auto reference, parseSecretReference(text, workingFolder));
    if (reference.kind == SecretReference::Kind::Session) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("Name the place of the key: keychain, env:VARIABLE or file:PATH.")};
    }
    return reference;
}

Result<Secret> readNamedKey(const SecretReference &reference)
{
    if (!reference.isNamedPlace()) {
        return Error{.kind = ErrorKind::Usage,
                     .message = tr("Name the place of the key: env:VARIABLE or file:PATH.")};
    }
    const bool isFile = reference.kind == SecretReference::Kind::File;
    const Result<Secret> seed =
        isFile ? readSecretFile(reference.place) : readSecretVariable(reference.place);
    if (!seed) {
        Error error = seed.error();
        if (error.kind == ErrorKind::SecretUnavailable)
            error.message = inSequence(error.message, newKeyAdvice());
        return error;
    }
    if (const auto key = SigningKey::fromSeed(*seed); !key) {
        return Error{.kind = ErrorKind::Malformed,
                     .message = inSequence(tr("%1 holds no signing key.").arg(visibleText(reference.place)),
                                           newKeyAdvice())};
    }
    return seed;
}

QString sessionKeyNotice(const NoteVerifier &key)
{
    return tr("There is no keychain, so the signing key %1 is lost when the program ends; what it has signed "
              "can be verified all the same. To keep a key, put one into a private file and name it: “Use "
              "another key…” in the window, or “trailglass-cli checkpoint key set file:PATH”.")
        .arg(keyIdText(key));
}

SigningKeys::SigningKeys(SecretPlaces places)
    : m_approvals(places.approvals)
    , m_keychain(places.keychain)
    , m_secrets(places)
{
}

Result<QStringList> SigningKeys::approve(const QString &identity, const SigningKeyRecord &key) const
{
    const QList<ReferenceUse> uses = ReferenceApprovals::usesOf(signingUse(identity), signingReferences(key));
    TRY(const auto open, m_approvals.unapproved(uses));
    TRY(m_approvals.approve(open));
    QStringList sentences;
    for (const ReferenceUse &use : open)
        sentences.append(Trailglass::tr("Approved: %1").arg(use.sentence()));
    return sentences;
}

void SigningKeys::read(const QString &identity, const SigningKeyRecord &key, Attendance attendance,
                       const Read &done)
{
    const SecretUse use = signingUse(identity, attendance);
    const SourceSecrets::References references = signingReferences(key);
    const QList<ReferenceUse> uses = ReferenceApprovals::usesOf(use, references);
    const auto take = [key, name = references.firstKey(), uses,
                       done](const Result<SourceSecrets::Values> &values) {
        if (values)
            return done(seedOfKey(key, values->value(name)));
        const bool isUnapproved = values.error().kind == ErrorKind::SecretNotApproved && !uses.isEmpty();
        done(isUnapproved ? unapprovedKey(uses) : unreadableKey(name, key, values.error()));
    };
    m_secrets.read(use, references, take);
}

void SigningKeys::keep(const QString &identity, const NoteVerifier &verifier, const Secret &seed,
                       Keeping keeping, const Kept &done)
{
    const SecretUse use = signingUse(identity);
    const QString name = keyIdText(verifier);
    const auto take = [this, identity, verifier, seed, keeping, done](const Result<void> &written) {
        if (written)
            return done(SecretReference{});
        if (keeping == Keeping::Lasting || written.error().kind != ErrorKind::SecretUnavailable)
            return done(written.error());
        keepForSession(identity, verifier, seed, done);
    };
    m_secrets.write(use.account, {{name, SecretReference{}}},
                    SourceSecrets::filed({{name, seed}}, use.origin), take);
}

void SigningKeys::keepForSession(const QString &identity, const NoteVerifier &verifier, const Secret &seed,
                                 const Kept &done)
{
    const SecretUse use = signingUse(identity);
    const SecretReference place{.kind = SecretReference::Kind::Session};
    const QString name = keyIdText(verifier);
    m_secrets.write(use.account, {{name, place}}, SourceSecrets::filed({{name, seed}}, use.origin),
                    [place, done](const Result<void> &written) {
                        done(written ? Result<SecretReference>(place) : written.error());
                    });
}

void SigningKeys::foresee(const QString &identity, const std::optional<SigningKeyRecord> &present,
                          const Foreseen &done)
{
    if (!present)
        return foreseeNew(done);
    if (present->reference.kind != SecretReference::Kind::Session) {
        QMetaObject::invokeMethod(
            &m_secrets, [done] { done(true); }, Qt::QueuedConnection);
        return;
    }
    read(identity, *present, Attendance::Unattended, [this, done](const Result<Secret> &seed) {
        if (seed)
            done(false);
        else
            foreseeNew(done); // its session has ended: the next signature makes a key
    });
}

void SigningKeys::foreseeNew(const Foreseen &done)
{
    checkSecretStore(m_keychain, [isHere = QPointer(&m_secrets), done](const std::optional<Error> &fault) {
        if (isHere)
            done(!fault || fault->kind != ErrorKind::SecretUnavailable);
    });
}

void SigningKeys::forget(const QString &identity, const SigningKeyRecord &key, SourceSecrets::Done done)
{
    m_secrets.remove(signingUse(identity).account, signingReferences(key), std::move(done));
}

} // namespace Trailglass
