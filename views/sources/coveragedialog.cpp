// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/coveragedialog.h"

#include "views/common/plaintext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

CoverageDialog::CoverageDialog(const QString &source, const QStringList &intervals, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("coverageDialog"_L1);
    setWindowTitle(tr("Coverage"));
    auto *title = new QLabel;
    title->setObjectName("coverageTitle"_L1);
    title->setWordWrap(true);
    PlainText::show(title,
                    intervals.isEmpty()
                        ? tr("No interval of “%1” was fetched completely yet. A sync does that.").arg(source)
                        : tr("These intervals of “%1” were fetched completely:").arg(source));
    auto *text = new QPlainTextEdit;
    text->setObjectName("coverageText"_L1);
    text->setAccessibleName(tr("Intervals"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setPlainText(intervals.join(u'\n'));
    if (intervals.isEmpty())
        text->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(620, intervals.isEmpty() ? sizeHint().height() : 320);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace Trailglass
