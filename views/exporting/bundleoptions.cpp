// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/exporting/bundleoptions.h"

#include "views/common/plaintext.h"
#include "views/common/wrappedlabel.h"
#include "views/evidence/noteeditor.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxBundleLines = 5;

} // namespace

BundleOptions::BundleOptions(qsizetype caseLimit, qsizetype noteLimit, QWidget *parent)
    : QWidget(parent)
    , m_case(new QLineEdit)
    , m_note(new NoteEditor(u"bundleNote"_s, tr("Note in the bundle")))
    , m_report(new QCheckBox(tr("Add a re&port as PDF and HTML")))
    , m_verify(new QCheckBox(tr("&Verify the workspace first")))
{
    m_case->setObjectName("bundleCase"_L1);
    m_case->setMaxLength(static_cast<int>(caseLimit));
    m_note->setLimit(noteLimit);
    m_report->setObjectName("bundleReport"_L1);
    m_report->setToolTip(tr("Counts, histogram, the first events in order, marked events with notes, and "
                            "coverage gaps of the filter's whole result"));
    m_verify->setObjectName("bundleVerify"_L1);
    m_verify->setToolTip(
        tr("Reads every event, which can take minutes. Only then the bundle can state that no "
           "other event of the workspace matches the filter."));
    auto *explanation = new WrappedLabel(MaxBundleLines);
    PlainText::show(
        explanation,
        tr("The bundle holds all fields and the JSON of each event. “Columns” and “CSV” above are about "
           "events.csv, a file in it. The bundle is signed with the key of the workspace: its recipient can "
           "verify, without Trailglass, that nothing in it was changed since."));
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *caseLabel = new QLabel(tr("C&ase"));
    caseLabel->setBuddy(m_case);
    auto *noteLabel = new QLabel(tr("&Note"));
    noteLabel->setBuddy(m_note->focusProxy());
    form->addRow(explanation);
    form->addRow(caseLabel, m_case);
    form->addRow(noteLabel, m_note);
    form->addRow(QString(), m_report);
    form->addRow(QString(), m_verify);
}

QString BundleOptions::caseText() const
{
    return m_case->text().trimmed();
}

QString BundleOptions::note() const
{
    return m_note->text();
}

bool BundleOptions::isNoteTooLong() const
{
    return m_note->isTooLong();
}

bool BundleOptions::hasReport() const
{
    return m_report->isChecked();
}

bool BundleOptions::verifiesWorkspace() const
{
    return m_verify->isChecked();
}

} // namespace Trailglass

#include "moc_bundleoptions.cpp"
