// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/checkpointoutput.h"

#include "app/cli/jsonline.h"

#include "models/commandline/texttable.h"
#include "models/core/countargument.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/sync/syncreport.h"
#include "models/workspace/signingkeys.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

using CommandLine::TextTable;

QString timeOf(const TreeCheckpoint &checkpoint)
{
    const auto time = statedTime(checkpoint);
    return time ? toQString(formatTime(*time)) : QString();
}

QJsonObject writtenJson(const WrittenCheckpoint &written)
{
    const TreeCheckpoint &checkpoint = written.checkpoint;
    QJsonObject json{
        {u"origin"_s, checkpoint.origin},
        {u"size"_s, checkpoint.size},
        {u"root"_s, QString::fromLatin1(hex(checkpoint.root))},
        {u"time"_s, timeOf(checkpoint)},
        {u"key"_s, written.signer.text()},
        {u"note"_s, QString::fromUtf8(written.note)},
        {u"witness"_s, written.witnessFile.isEmpty() ? QJsonValue() : QJsonValue(written.witnessFile)},
        {u"notices"_s, QJsonArray::fromStringList(written.notices)}};
    if (written.witnessError)
        json.insert(u"witness_error"_s, written.witnessError->message);
    return json;
}

/// What was done, and what should be known besides; without what went wrong.
QStringList checkpointSentences(const WrittenCheckpoint &written)
{
    QStringList sentences{tr("A checkpoint of %Ln leaves was signed with the key %1.", nullptr,
                             countArgument(written.checkpoint.size))
                              .arg(keyIdText(written.signer))};
    if (!written.witnessFile.isEmpty())
        sentences.append(tr("It was appended to %1.").arg(visibleText(written.witnessFile)));
    return sentences + written.notices;
}

} // namespace

ExitCode printCheckpoint(Session &session, const WrittenCheckpoint &written)
{
    session.console.endProgress();
    if (session.json) {
        session.console.print(jsonLine(writtenJson(written)));
    } else {
        session.console.printBytes(written.note);
        for (const QString &sentence : checkpointSentences(written))
            session.console.tell(sentence);
    }
    return written.witnessError ? session.fail(*written.witnessError) : ExitCode::Done;
}

void reportCheckpoint(Session &session, const WrittenCheckpoint &written)
{
    QStringList sentences = checkpointSentences(written);
    if (written.witnessError)
        sentences.append(written.witnessError->message);
    session.console.report(jsonText({{u"checkpoint"_s, writtenJson(written)}}), sentences.join(u'\n'));
}

void reportNoCheckpoint(Session &session, const Error &error)
{
    session.console.report("{\"checkpoint\":null,\"error\":" + toJson(error) + '}',
                           noCheckpointWarning(error));
}

void printCheckpoints(Session &session, const CheckpointOverview &overview)
{
    TextTable table({tr("time"), tr("leaves"), tr("key"), tr("root")},
                    {TextTable::Align::Left, TextTable::Align::Right});
    QJsonArray array;
    for (const KeptCheckpoint &kept : overview.checkpoints) {
        const QString root = kept.checkpoint ? QString::fromLatin1(hex(kept.checkpoint->root))
                                             : tr("not signed by a key of the workspace");
        const QString time = toQString(formatTime(kept.at));
        table.addRow({time, QString::number(kept.size), kept.signer, root});
        array.append(QJsonObject{{u"time"_s, time},
                                 {u"size"_s, kept.size},
                                 {u"root"_s, kept.checkpoint ? QJsonValue(root) : QJsonValue()},
                                 {u"key"_s, kept.checkpoint ? QJsonValue(kept.signer) : QJsonValue()},
                                 {u"note"_s, QString::fromUtf8(kept.note)}});
    }
    table.keepWhole(0);
    if (session.json)
        session.console.print(jsonLine(array));
    else if (overview.checkpoints.empty())
        session.console.tell(tr("There are no checkpoints yet. Write one: trailglass-cli checkpoint"));
    else
        session.console.print(table.take(session.console.outputWidth()));
}

QJsonObject signingKeyJson(const SigningKeyRecord &key)
{
    const NoteVerifier verifier = verifierOf(key);
    return {{u"id"_s, keyIdText(verifier)},
            {u"name"_s, key.name},
            {u"key"_s, verifier.text()},
            {u"pem"_s, QString::fromLatin1(publicKeyPem(key.key))},
            {u"kept"_s, printSecretReference(key.reference)},
            {u"made"_s, toQString(formatTime(key.created))},
            {u"replaced"_s, key.retired ? QJsonValue(toQString(formatTime(*key.retired))) : QJsonValue()}};
}

QString signingKeyText(const SigningKeyRecord &key)
{
    const NoteVerifier verifier = verifierOf(key);
    QString text;
    const auto line = [&text](const QString &label, const QString &value) {
        text += label.leftJustified(10) + visibleText(value) + u'\n';
    };
    line(tr("id", "of a key"), keyIdText(verifier));
    line(tr("key"), verifier.text());
    line(tr("kept in", "a place of a key"), placeText(key));
    line(tr("made", "when"), toQString(formatTime(key.created)));
    if (key.retired)
        line(tr("replaced", "when"), toQString(formatTime(*key.retired)));
    return text;
}

} // namespace Trailglass
