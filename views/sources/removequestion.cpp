// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/removequestion.h"

#include "models/core/countargument.h"
#include "models/core/translation.h"

#include "views/common/plaintext.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

QMessageBox *removeQuestion(QWidget *parent, const SourceRow &source,
                            std::function<void(bool withEvents)> confirmed)
{
    const int events = countArgument(source.events);
    const bool purges = source.state == SourceRow::State::Removed;
    QMessageBox *box = purges
        ? PlainText::question(parent, tr("Delete events"),
                              tr("Delete the %Ln event(s) of %1?", nullptr, events).arg(source.name),
                              tr("This cannot be undone."))
        : PlainText::question(parent, tr("Remove source"), tr("Remove the source %1?").arg(source.name),
                              tr("Its credentials are deleted from the keychain. Its events are kept, unless "
                                 "you delete them too."));
    box->setObjectName("removeQuestion"_L1);
    QCheckBox *deleteEvents = nullptr;
    if (!purges && source.events > 0) {
        deleteEvents =
            new QCheckBox(tr("Also &delete its %Ln event(s). This cannot be undone.", nullptr, events), box);
        deleteEvents->setObjectName("deleteEvents"_L1);
        box->setCheckBox(deleteEvents);
    }
    QPushButton *go = box->addButton(purges ? tr("De&lete") : tr("&Remove"), QMessageBox::DestructiveRole);
    go->setObjectName("confirm"_L1);
    if (deleteEvents) {
        QObject::connect(deleteEvents, &QCheckBox::toggled, go, [go](bool deletes) {
            go->setText(deletes ? tr("&Remove and delete events") : tr("&Remove"));
        });
    }
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(go, &QPushButton::clicked, box,
                     [purges, deleteEvents, confirmed = std::move(confirmed)] {
                         confirmed(purges || (deleteEvents && deleteEvents->isChecked()));
                     });
    return box;
}

} // namespace Trailglass
