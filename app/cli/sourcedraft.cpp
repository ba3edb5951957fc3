// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/sourcedraft.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sources/source.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

QString nearestOf(const QString &typed, const QStringList &known)
{
    const QString nearest = nearestName(typed, known);
    return nearest.isEmpty() ? tr("Take one of: %1.").arg(known.join(", "_L1))
                             : tr("Did you mean \"%1\"?").arg(nearest);
}

/// `KEY=VALUE`. The whole is never quoted in an error: people paste the credential itself here.
Result<std::pair<QString, QString>> splitPair(const QString &option, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0) {
        return usage(option == "set"_L1
                         ? tr("--set takes KEY=VALUE.")
                         : tr("--secret takes KEY=keychain, KEY=env:VARIABLE or KEY=file:PATH."));
    }
    return std::pair(text.left(equals), text.mid(equals + 1));
}

Result<void> applySettings(const CommandLine::Arguments &arguments, SourceRecord &record)
{
    for (const QString &text : arguments.all(u"set"_s)) {
        TRY(const auto pair, splitPair(u"set"_s, text));
        if (pair.second.isEmpty())
            record.settings.remove(pair.first);
        else
            record.settings.insert(pair.first, pair.second);
    }
    return {};
}

Result<void> applySecrets(Session &session, const CommandLine::Arguments &arguments, const SourceType &type,
                          SourceDraft &draft)
{
    QStringList known;
    for (const SecretField &field : type.secrets)
        known.append(field.key);
    for (const QString &text : arguments.all(u"secret"_s)) {
        TRY(const auto pair, splitPair(u"secret"_s, text));
        const SecretField *field = type.secret(pair.first);
        if (!field) {
            return usage(
                tr("%1 has no secret of that name. %2").arg(type.displayName, nearestOf(pair.first, known)));
        }
        TRY(const auto reference, parseSecretReference(pair.second, QDir::currentPath()));
        draft.record.secrets.insert(field->key, reference);
        if (reference.kind == SecretReference::Kind::Session)
            return usage(tr("A secret for the session only is of no use to a command that ends; take "
                            "keychain, env:VARIABLE or file:PATH."));
        draft.secrets.remove(field->key);
        draft.givenReferences.removeAll(field->key);
        if (reference.kind != SecretReference::Kind::Keychain) {
            draft.givenReferences.append(field->key);
            continue;
        }
        TRY(const auto line,
            session.console.readSecretLine(
                tr("%1 (%2) for %3: ").arg(field->label, field->key, draft.settings.origin().text()),
                session.interrupt));
        auto secret = Secret::fromText(line);
        if (!secret)
            return usage(tr("%1: %2").arg(field->key, secret.error().message));
        draft.secrets.insert(field->key, std::move(*secret));
    }
    return {};
}

Result<void> checkRequiredSecrets(const SourceType &type, const SourceRecord &record)
{
    for (const SecretField &field : type.secrets) {
        if (field.required && !record.secrets.contains(field.key)) {
            return usage(tr("%1 needs a secret: --secret %2=keychain, %2=env:VARIABLE or %2=file:PATH. %3")
                             .arg(type.displayName, field.key, field.help));
        }
    }
    return {};
}

} // namespace

Result<SourceDraft> draftSource(Session &session, const CommandLine::Arguments &arguments,
                                SourceRecord record)
{
    const Source *source = findSource(record.type);
    if (!source) {
        QStringList known;
        for (const Source *each : allSources())
            known.append(each->type().name);
        return usage(tr("There is no vendor type \"%1\". %2")
                         .arg(visibleText(record.type), nearestOf(record.type, known)));
    }
    const SourceType &type = source->type();
    SourceDraft draft{std::move(record), {}, {}, {}};
    TRY(applySettings(arguments, draft.record));
    TRY(auto settings, SourceSettings::fromValues(type, draft.record.settings));
    draft.record.settings = settings.values();
    draft.settings = std::move(settings);
    TRY(applySecrets(session, arguments, type, draft));
    TRY(checkRequiredSecrets(type, draft.record));
    return draft;
}

} // namespace Trailglass
