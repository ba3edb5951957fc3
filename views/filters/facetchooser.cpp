// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetchooser.h"

#include "models/core/combiningmarks.h"
#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "views/common/plaintext.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"
#include "views/filters/facettitles.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxCandidatesListed = 200;
constexpr int MaxChooserNoteLines = 4;
constexpr qsizetype LongestPathShown = 200; ///< characters

} // namespace

FacetChooser::FacetChooser(const std::vector<Filter::FieldReference> &fields, QWidget *parent)
    : QDialog(parent)
    , m_typed(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_note(new WrappedLabel(MaxChooserNoteLines, this))
{
    setObjectName("facetChooser"_L1);
    setWindowTitle(tr("Add filter group"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (const Filter::FieldReference &field : fields) {
        const QString name = Filter::fieldReferenceName(field);
        m_fields.push_back({tr("%1 (%2)", "title, name of a field").arg(facetTitle(field), name), name});
    }
    m_typed->setObjectName("facetField"_L1);
    m_typed->setPlaceholderText(u"@details.new_value"_s);
    m_typed->setAccessibleName(tr("Field or JSON path"));
    m_typed->setClearButtonEnabled(true);
    m_typed->setMaxLength(1'000);
    m_typed->installEventFilter(this);
    m_list->setObjectName("facetCandidates"_L1);
    m_list->setAccessibleName(tr("Fields and JSON paths"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_note->setObjectName("facetProblem"_L1);
    auto *label = new QLabel(tr("&Field or JSON path:"), this);
    label->setBuddy(m_typed);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName("addFacet"_L1);
    m_add->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_typed);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(420, 460);

    connect(m_typed, &QLineEdit::textChanged, this, &FacetChooser::fill);
    connect(m_list, &QListWidget::itemActivated, this, &FacetChooser::choose);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this] { m_add->setEnabled(!wantedName().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &FacetChooser::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
    m_typed->setFocus();
}

void FacetChooser::setPaths(const QStringList &paths)
{
    m_hasPaths = true;
    m_paths.clear();
    for (const QString &path : paths)
        m_paths.push_back({withFewMarks(visibleText(path.left(LongestPathShown))), path});
    fill();
}

void FacetChooser::fill()
{
    const QString typed = m_typed->text().trimmed();
    m_list->clear();
    for (const auto *candidates : {&m_fields, &m_paths}) {
        for (const Candidate &candidate : *candidates) {
            if (m_list->count() == MaxCandidatesListed)
                break;
            if (!candidate.shown.contains(typed, Qt::CaseInsensitive))
                continue;
            auto *item = new QListWidgetItem(candidate.shown, m_list);
            item->setData(Qt::UserRole, candidate.name);
            item->setToolTip(PlainText::toolTip(candidate.name));
        }
    }
    PlainText::show(m_note, m_hasPaths ? QString() : tr("Reading the JSON paths of recent events…"));
    m_note->setVisible(!m_hasPaths);
    TextColour::set(*m_note, TextMeaning::Ordinary);
    m_add->setEnabled(!wantedName().isEmpty());
}

/// What is chosen in the list, else what is typed.
QString FacetChooser::wantedName() const
{
    if (const QListWidgetItem *current = m_list->currentItem())
        return current->data(Qt::UserRole).toString();
    return m_typed->text().trimmed();
}

void FacetChooser::choose()
{
    const auto field = Filter::parseFieldReference(wantedName());
    const auto *reference = std::get_if<Filter::FieldReference>(&field);
    if (reference && Filter::canBeCounted(*reference)) {
        Q_EMIT chosen(*reference);
        return accept();
    }
    PlainText::show(m_note,
                    reference ? Filter::notCountable(*reference).message
                              : Filter::sentence(std::get<Filter::SyntaxError>(field)));
    TextColour::set(*m_note, TextMeaning::Error);
    m_note->show();
    m_typed->setFocus();
}

bool FacetChooser::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (watched != m_typed || (key != Qt::Key_Up && key != Qt::Key_Down))
        return QDialog::eventFilter(watched, event);
    QCoreApplication::sendEvent(m_list, event);
    return true;
}

} // namespace Trailglass

#include "moc_facetchooser.cpp"
