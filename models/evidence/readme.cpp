// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/readme.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/core/wrappedtext.h"
#include "models/evidence/bundlemembers.h"

#include <QStringList>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ReadmeColumns = 100;
constexpr qsizetype ReadmeLines = 1000;
constexpr qsizetype NameColumns = 20;

/// Sections of text, each paragraph after an empty line.
class ReadmeText
{
public:
    void heading(const QString &text) { paragraph(text + u'\n' + QString(text.size(), u'-')); }
    void paragraph(const QString &text) { m_paragraphs.append(wrapped(text, ReadmeColumns, ReadmeLines)); }
    /// What is to be typed, as it is.
    void command(const QString &text) { m_paragraphs.append("    "_L1 + text); }
    void files(const QStringList &lines) { m_paragraphs.append(lines.join(u'\n')); }

    [[nodiscard]] QByteArray bytes() const { return QString(m_paragraphs.join("\n\n"_L1) + u'\n').toUtf8(); }

private:
    QStringList m_paragraphs;
};

QString fileLine(const char *name, const QString &meaning)
{
    return QString::fromLatin1(name).leftJustified(NameColumns) + meaning;
}

void describeFiles(ReadmeText &text)
{
    using namespace BundleMembers;
    text.heading(tr("What is in it"));
    text.files({fileLine(Manifest, tr("who made the bundle and when, the filter, sources, counts, gaps")),
                fileLine(Events, tr("the events, one a line, with the vendor's own JSON at the end")),
                fileLine(Csv, tr("the same events as a table")),
                fileLine(Proofs, tr("where each event is in the tree, and what proves it")),
                fileLine(Checkpoint, tr("the root of the tree, signed")),
                fileLine(Key, tr("the public key that signed")),
                fileLine(Coverage, tr("which times were requested of each vendor")),
                fileLine(Quarantine, tr("what could not be read, and other versions of events")),
                fileLine(Marks, tr("marks and notes of reviewers on these events")),
                fileLine(Review, tr("who has reviewed what")),
                fileLine(History, tr("when the tree was begun, what was deleted since, which keys signed")),
                fileLine(ReportHtml, tr("a report on these events, if one was requested")),
                fileLine(ReportPdf, tr("the same report as pages, if the bundle was made in the window")),
                fileLine(Sums, tr("the hash of every other file")),
                fileLine(Signature, tr("the signature of SHA256SUMS"))});
}

void describeProof(const BundleManifest &manifest, ReadmeText &text)
{
    text.heading(tr("What it proves, once it is verified"));
    text.paragraph(
        tr("Whoever has the private key to key.pem signed these files, and none of their bytes has changed "
           "since. "
           "Each event in events.ndjson is exactly as it was stored: source, vendor, id, both times and the "
           "vendor's JSON are a leaf of a tree, the root of which is signed in checkpoint.txt. A stored "
           "event that "
           "was changed, removed or put in later would give another root."));
    text.paragraph(
        manifest.statesCompleteness ? tr(
            "Whoever signed states that the workspace was verified for this bundle, the fields of its events "
            "included, and that no other event of the tree matches the filter, but for events that "
            "had been deleted before (history.ndjson). The numbers of the matching leaves are in "
            "proofs.ndjson, the size of the tree in checkpoint.txt: somebody with the workspace can check "
            "the statement. The bundle alone cannot prove it.")
                                    : tr("Whoever signed does not state that no other event of the tree "
                                         "matches the filter."));
    text.heading(tr("What it cannot prove"));
    text.paragraph(tr(
        "Nothing from before the first checkpoint that somebody else has kept: until then, whoever has the "
        "private key could make another tree. Compare the checkpoint with one that was kept elsewhere."));
    text.paragraph(tr(
        "Nothing that the vendor itself withheld, changed or never recorded: the tree begins where the "
        "vendor's "
        "response was stored. coverage.json says which times were never requested, history.ndjson what was "
        "deleted."));
    text.paragraph(
        tr("Not whose key it is: anybody can make a key and sign with it. Compare it with one that "
           "you have from elsewhere. Not that the clock was right."));
    text.paragraph(tr(
        "The tree binds source, vendor, id, both times and raw of each event, and each record in "
        "quarantine.ndjson, marks.ndjson, review.ndjson and history.ndjson. It binds nothing else: not the "
        "other fields of events.ndjson, such as actor and outcome, not events.csv, not which events and "
        "records were chosen, not the counts and gaps in manifest.json, not coverage.json and not a report. "
        "For these the signature shows that nobody without the private key has changed them, and whoever "
        "has the key could have written something else. Where it matters, read raw."));
}

void describeVerifying(const NoteVerifier &signer, ReadmeText &text)
{
    text.heading(tr("How to verify it"));
    text.paragraph(tr("The key that signed:"));
    text.command(visibleText(signer.text()));
    text.paragraph(
        tr("With Trailglass, or with its script, which needs nothing but Python and openssl and "
           "can be read in ten "
           "minutes; give the key that you have from elsewhere in place of KEY. The script is not in "
           "the bundle, since whoever could forge the one could forge the other. It comes with "
           "Trailglass: share/trailglass/verify_evidence.py where that is installed, "
           "docs/verify_evidence.py in its source code:"));
    text.command(u"trailglass-cli evidence verify BUNDLE.zip --key KEY"_s);
    text.command(u"python3 verify_evidence.py BUNDLE.zip --key KEY"_s);
    text.paragraph(
        tr("By hand, in the folder that the bundle was unpacked to: that the files are those that were "
           "signed, and "
           "that the key signed them. That the events are in the tree takes one of the two programs."));
    text.command(u"sha256sum -c SHA256SUMS"_s);
    text.command(
        u"openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig"_s);
}

} // namespace

QByteArray bundleReadme(const BundleManifest &manifest, const NoteVerifier &signer)
{
    ReadmeText text;
    text.heading(tr("Evidence bundle made by Trailglass"));
    text.paragraph(
        tr("Events of audit logs, with proofs that they are unchanged. events: %1 · leaves of the tree: %2")
            .arg(manifest.events)
            .arg(manifest.size));
    describeFiles(text);
    describeProof(manifest, text);
    describeVerifying(signer, text);
    return text.bytes();
}

} // namespace Trailglass
