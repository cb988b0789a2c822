from django.conf import settings
from django.db import migrations, models
import cms.contract.publishable
import cms.pages.preview
import cms.vocabulary.models
import django.core.validators
import django.db.models.deletion
import media_library.models.videos
import modelcluster.contrib.taggit
import modelcluster.fields
import news.models.events
import news.zones
import uuid
import wagtail.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("media_library", "0002_videos"),
        ("vocabulary", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name='EventRelated',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'related page',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EventSlot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('label', models.CharField(blank=True, help_text='For example: Doors open, Opening remarks.', max_length=255, verbose_name='label')),
                ('date', models.DateField(verbose_name='date')),
                ('start_time', models.TimeField(blank=True, help_text='Local time. Left empty, the slot takes the whole day.', null=True, verbose_name='start')),
                ('end_date', models.DateField(blank=True, help_text='Only if it is another day.', null=True, verbose_name='last day')),
                ('end_time', models.TimeField(blank=True, null=True, verbose_name='end')),
                ('fold', models.CharField(blank=True, choices=[('first', 'the first of the two'), ('second', 'the second of the two')], help_text='Only in the night in which clocks are set back, when an hour comes twice.', max_length=6, verbose_name='which of two equal times')),
            ],
            options={
                'verbose_name': 'slot',
                'verbose_name_plural': 'slots',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EventTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'topic',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NewsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('lead', models.TextField(blank=True, help_text='One or two sentences under the title.', verbose_name='lead')),
            ],
            options={
                'verbose_name': 'index of releases',
                'abstract': False,
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='NewsReleasePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('hero_alt', models.CharField(blank=True, help_text="Left empty, the picture's own.", max_length=500, verbose_name='alternative text')),
                ('hero_caption', models.TextField(blank=True, help_text="Left empty, the picture's own.", verbose_name='caption')),
                ('kind', models.CharField(choices=[('press_release', 'Press release'), ('statement', 'Statement'), ('speech', 'Speech or transcript'), ('article', 'Article'), ('opinion', 'Opinion'), ('media_advisory', 'Media advisory'), ('official_text', 'Official text')], default='press_release', max_length=20, verbose_name='kind')),
                ('number', models.CharField(blank=True, help_text='As printed at the head, for example (2026) 058.', max_length=40, verbose_name='number')),
                ('released_at', models.DateTimeField(help_text='What readers see and lists are ordered by. It does not delay publication.', null=True, verbose_name='release date and time')),
                ('lead', models.TextField(blank=True, help_text='What happened, in two or three sentences. Shown in lists.', verbose_name='lead')),
                ('byline', models.CharField(blank=True, help_text='For articles and opinions.', max_length=255, verbose_name='byline')),
                ('body', wagtail.fields.StreamField([('rich_text', 1), ('heading', 4), ('quotation', 10), ('image', 16), ('gallery', 20), ('video', 25), ('embed', 28), ('key_facts', 33), ('questions', 38), ('table', 45), ('documents', 50)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'superscript', 'subscript'], 'label': 'Text'}), 1: ('wagtail.blocks.StructBlock', [[('text', 0)]], {'group': 'Text'}), 2: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Text', 'max_length': 255}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('h2', 'Heading 2'), ('h3', 'Heading 3'), ('h4', 'Heading 4')], 'label': 'Level'}), 4: ('wagtail.blocks.StructBlock', [[('text', 2), ('level', 3)]], {'group': 'Text'}), 5: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'help_text': 'Without quotation marks.', 'label': 'Text'}), 6: ('cms.vocabulary.blocks.VocabularyChoiceBlock', (cms.vocabulary.models.Person,), {'label': 'Speaker', 'required': False}), 7: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'For speakers who have no entry, or who are named otherwise here.', 'label': 'Name of the speaker', 'max_length': 255, 'required': False}), 8: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'As held on that day.', 'label': 'Role', 'max_length': 255, 'required': False}), 9: ('wagtail.blocks.URLBlock', (), {'default': '', 'label': 'Address of the source', 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('text', 5), ('speaker', 6), ('speaker_name', 7), ('role', 8), ('source_url', 9)]], {'group': 'Text'}), 11: ('media_library.blocks.image.ImageChoiceBlock', (), {'label': 'Picture'}), 12: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the picture's own.", 'label': 'Caption', 'max_length': 500, 'required': False}), 13: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the picture's own.", 'label': 'Credit', 'max_length': 255, 'required': False}), 14: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the picture's own.", 'label': 'Alternative text', 'max_length': 500, 'required': False}), 15: ('wagtail.blocks.BooleanBlock', (), {'help_text': 'The picture says nothing that the text does not say.', 'label': 'Decorative', 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('image', 11), ('caption', 12), ('credit', 13), ('alt_text', 14), ('decorative', 15)]], {'group': 'Media'}), 17: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Title', 'max_length': 255, 'required': False}), 18: ('wagtail.blocks.StructBlock', [[('image', 11), ('caption', 12), ('credit', 13), ('alt_text', 14), ('decorative', 15)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'label': 'Pictures', 'max_num': 60}), 20: ('wagtail.blocks.StructBlock', [[('title', 17), ('images', 19)]], {'group': 'Media'}), 21: ('media_library.blocks.video.VideoChoiceBlock', (media_library.models.videos.Video,), {'label': 'Video'}), 22: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'help_text': '00:01:30.500', 'label': 'In point', 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{2}:[0-5]\\d:[0-5]\\d(\\.\\d{3})?\\Z', 'Write hours, minutes and seconds: 00:01:30 or 00:01:30.500.')]}), 23: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'help_text': '00:01:42', 'label': 'Out point', 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{2}:[0-5]\\d:[0-5]\\d(\\.\\d{3})?\\Z', 'Write hours, minutes and seconds: 00:01:30 or 00:01:30.500.')]}), 24: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Caption', 'max_length': 500, 'required': False}), 25: ('wagtail.blocks.StructBlock', [[('video', 21), ('in_point', 22), ('out_point', 23), ('caption', 24)]], {'group': 'Media'}), 26: ('wagtail.blocks.URLBlock', (), {'help_text': 'The address of the page on the other site.', 'label': 'Address'}), 27: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'Says what readers will find there.', 'label': 'Title', 'max_length': 255}), 28: ('wagtail.blocks.StructBlock', [[('url', 26), ('title', 27), ('caption', 24)]], {'group': 'Media'}), 29: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'For example: Participating nations', 'label': 'Label', 'max_length': 120}), 30: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'For example: 17', 'label': 'Value', 'max_length': 255}), 31: ('wagtail.blocks.StructBlock', [[('label', 29), ('value', 30)]], {}), 32: ('wagtail.blocks.ListBlock', (31,), {'label': 'Facts'}), 33: ('wagtail.blocks.StructBlock', [[('title', 17), ('facts', 32)]], {'group': 'Lists and tables'}), 34: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Question', 'max_length': 500}), 35: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'superscript', 'subscript'], 'label': 'Answer'}), 36: ('wagtail.blocks.StructBlock', [[('question', 34), ('answer', 35)]], {}), 37: ('wagtail.blocks.ListBlock', (36,), {'label': 'Questions and answers'}), 38: ('wagtail.blocks.StructBlock', [[('title', 17), ('items', 37)]], {'group': 'Lists and tables'}), 39: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': 'The first row holds headings', 'required': False}), 40: ('wagtail.blocks.BooleanBlock', (), {'label': 'The first column holds headings', 'required': False}), 41: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Cell', 'required': False}), 42: ('wagtail.blocks.ListBlock', (41,), {'label': 'Cells', 'max_num': 20}), 43: ('wagtail.blocks.StructBlock', [[('cells', 42)]], {}), 44: ('wagtail.blocks.ListBlock', (43,), {'label': 'Rows', 'max_num': 200}), 45: ('wagtail.blocks.StructBlock', [[('caption', 24), ('header_row', 39), ('header_column', 40), ('rows', 44)]], {'group': 'Lists and tables'}), 46: ('media_library.blocks.documents.DocumentChoiceBlock', (), {'label': 'Document'}), 47: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the document's own.", 'label': 'Title', 'max_length': 255, 'required': False}), 48: ('wagtail.blocks.StructBlock', [[('document', 46), ('title', 47)]], {}), 49: ('wagtail.blocks.ListBlock', (48,), {'label': 'Documents'}), 50: ('wagtail.blocks.StructBlock', [[('title', 17), ('documents', 49)]], {'group': 'Lists and tables'})}, verbose_name='body')),
                ('contacts', wagtail.fields.StreamField([('contact', 4)], blank=True, block_lookup={0: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'help_text': 'A person or an office.', 'label': 'Name', 'max_length': 255}), 1: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Role', 'max_length': 255, 'required': False}), 2: ('wagtail.blocks.EmailBlock', (), {'default': '', 'label': 'E-mail', 'required': False}), 3: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'label': 'Telephone', 'max_length': 40, 'required': False, 'validators': [django.core.validators.RegexValidator('^\\+?[0-9 ()./-]{5,40}$', 'Write a telephone number such as +32 2 555 01 00.')]}), 4: ('wagtail.blocks.StructBlock', [[('name', 0), ('role', 1), ('email', 2), ('phone', 3)]], {})}, verbose_name='media contacts')),
                ('corrections', wagtail.fields.StreamField([('correction', 2)], blank=True, block_lookup={0: ('wagtail.blocks.DateBlock', (), {'label': 'Date'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'help_text': 'What was wrong, and what is right.', 'label': 'Text'}), 2: ('wagtail.blocks.StructBlock', [[('date', 0), ('text', 1)]], {})}, help_text='Public notes of what was put right after publication.', verbose_name='corrections')),
            ],
            options={
                'verbose_name': 'news release',
                'verbose_name_plural': 'news releases',
                'abstract': False,
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ReleaseDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('title', models.CharField(blank=True, help_text="Left empty, the document's own.", max_length=255, verbose_name='title')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReleaseRelated',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'related page',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReleaseSpeaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('role', models.CharField(blank=True, help_text='As held on that day.', max_length=255, verbose_name='role')),
            ],
            options={
                'verbose_name': 'speaker',
                'verbose_name_plural': 'speakers',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReleaseTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReleaseTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'topic',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EventIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('lead', models.TextField(blank=True, help_text='One or two sentences under the title.', verbose_name='lead')),
            ],
            options={
                'verbose_name': 'index of events',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='eventindexpage_regime_known'), models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='eventindexpage_original_language_known'), models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='eventindexpage_body_language_known')],
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='EventPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('hero_alt', models.CharField(blank=True, help_text="Left empty, the picture's own.", max_length=500, verbose_name='alternative text')),
                ('hero_caption', models.TextField(blank=True, help_text="Left empty, the picture's own.", verbose_name='caption')),
                ('kind', models.CharField(choices=[('meeting', 'Meeting'), ('press_conference', 'Press conference'), ('visit', 'Visit'), ('exercise', 'Exercise'), ('ceremony', 'Ceremony'), ('briefing', 'Briefing')], default='meeting', max_length=20, verbose_name='kind')),
                ('state', models.CharField(choices=[('scheduled', 'Scheduled'), ('postponed', 'Postponed'), ('cancelled', 'Cancelled'), ('ended', 'Ended')], default='scheduled', help_text='Keep what is postponed or cancelled public, with its state: the press plans by it.', max_length=20, verbose_name='state')),
                ('lead', models.TextField(blank=True, help_text='What happens, in two or three sentences. Shown in lists.', verbose_name='lead')),
                ('body', wagtail.fields.StreamField([('rich_text', 1), ('heading', 4), ('quotation', 10), ('image', 16), ('gallery', 20), ('video', 25), ('embed', 28), ('key_facts', 33), ('questions', 38), ('table', 45), ('documents', 50)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'superscript', 'subscript'], 'label': 'Text'}), 1: ('wagtail.blocks.StructBlock', [[('text', 0)]], {'group': 'Text'}), 2: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Text', 'max_length': 255}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('h2', 'Heading 2'), ('h3', 'Heading 3'), ('h4', 'Heading 4')], 'label': 'Level'}), 4: ('wagtail.blocks.StructBlock', [[('text', 2), ('level', 3)]], {'group': 'Text'}), 5: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'help_text': 'Without quotation marks.', 'label': 'Text'}), 6: ('cms.vocabulary.blocks.VocabularyChoiceBlock', (cms.vocabulary.models.Person,), {'label': 'Speaker', 'required': False}), 7: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'For speakers who have no entry, or who are named otherwise here.', 'label': 'Name of the speaker', 'max_length': 255, 'required': False}), 8: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'As held on that day.', 'label': 'Role', 'max_length': 255, 'required': False}), 9: ('wagtail.blocks.URLBlock', (), {'default': '', 'label': 'Address of the source', 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('text', 5), ('speaker', 6), ('speaker_name', 7), ('role', 8), ('source_url', 9)]], {'group': 'Text'}), 11: ('media_library.blocks.image.ImageChoiceBlock', (), {'label': 'Picture'}), 12: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the picture's own.", 'label': 'Caption', 'max_length': 500, 'required': False}), 13: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the picture's own.", 'label': 'Credit', 'max_length': 255, 'required': False}), 14: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the picture's own.", 'label': 'Alternative text', 'max_length': 500, 'required': False}), 15: ('wagtail.blocks.BooleanBlock', (), {'help_text': 'The picture says nothing that the text does not say.', 'label': 'Decorative', 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('image', 11), ('caption', 12), ('credit', 13), ('alt_text', 14), ('decorative', 15)]], {'group': 'Media'}), 17: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Title', 'max_length': 255, 'required': False}), 18: ('wagtail.blocks.StructBlock', [[('image', 11), ('caption', 12), ('credit', 13), ('alt_text', 14), ('decorative', 15)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'label': 'Pictures', 'max_num': 60}), 20: ('wagtail.blocks.StructBlock', [[('title', 17), ('images', 19)]], {'group': 'Media'}), 21: ('media_library.blocks.video.VideoChoiceBlock', (media_library.models.videos.Video,), {'label': 'Video'}), 22: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'help_text': '00:01:30.500', 'label': 'In point', 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{2}:[0-5]\\d:[0-5]\\d(\\.\\d{3})?\\Z', 'Write hours, minutes and seconds: 00:01:30 or 00:01:30.500.')]}), 23: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'help_text': '00:01:42', 'label': 'Out point', 'required': False, 'validators': [django.core.validators.RegexValidator('^\\d{2}:[0-5]\\d:[0-5]\\d(\\.\\d{3})?\\Z', 'Write hours, minutes and seconds: 00:01:30 or 00:01:30.500.')]}), 24: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Caption', 'max_length': 500, 'required': False}), 25: ('wagtail.blocks.StructBlock', [[('video', 21), ('in_point', 22), ('out_point', 23), ('caption', 24)]], {'group': 'Media'}), 26: ('wagtail.blocks.URLBlock', (), {'help_text': 'The address of the page on the other site.', 'label': 'Address'}), 27: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'Says what readers will find there.', 'label': 'Title', 'max_length': 255}), 28: ('wagtail.blocks.StructBlock', [[('url', 26), ('title', 27), ('caption', 24)]], {'group': 'Media'}), 29: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'For example: Participating nations', 'label': 'Label', 'max_length': 120}), 30: ('cms.pages.blocks.line.LineBlock', (), {'help_text': 'For example: 17', 'label': 'Value', 'max_length': 255}), 31: ('wagtail.blocks.StructBlock', [[('label', 29), ('value', 30)]], {}), 32: ('wagtail.blocks.ListBlock', (31,), {'label': 'Facts'}), 33: ('wagtail.blocks.StructBlock', [[('title', 17), ('facts', 32)]], {'group': 'Lists and tables'}), 34: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Question', 'max_length': 500}), 35: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'superscript', 'subscript'], 'label': 'Answer'}), 36: ('wagtail.blocks.StructBlock', [[('question', 34), ('answer', 35)]], {}), 37: ('wagtail.blocks.ListBlock', (36,), {'label': 'Questions and answers'}), 38: ('wagtail.blocks.StructBlock', [[('title', 17), ('items', 37)]], {'group': 'Lists and tables'}), 39: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': 'The first row holds headings', 'required': False}), 40: ('wagtail.blocks.BooleanBlock', (), {'label': 'The first column holds headings', 'required': False}), 41: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Cell', 'required': False}), 42: ('wagtail.blocks.ListBlock', (41,), {'label': 'Cells', 'max_num': 20}), 43: ('wagtail.blocks.StructBlock', [[('cells', 42)]], {}), 44: ('wagtail.blocks.ListBlock', (43,), {'label': 'Rows', 'max_num': 200}), 45: ('wagtail.blocks.StructBlock', [[('caption', 24), ('header_row', 39), ('header_column', 40), ('rows', 44)]], {'group': 'Lists and tables'}), 46: ('media_library.blocks.documents.DocumentChoiceBlock', (), {'label': 'Document'}), 47: ('cms.pages.blocks.line.LineBlock', (), {'help_text': "Left empty, the document's own.", 'label': 'Title', 'max_length': 255, 'required': False}), 48: ('wagtail.blocks.StructBlock', [[('document', 46), ('title', 47)]], {}), 49: ('wagtail.blocks.ListBlock', (48,), {'label': 'Documents'}), 50: ('wagtail.blocks.StructBlock', [[('title', 17), ('documents', 49)]], {'group': 'Lists and tables'})}, verbose_name='body')),
                ('time_zone', models.CharField(choices=news.zones.zone_choices, default=news.models.events.default_zone, help_text='The zone of the place where it happens. All times of the slots are in it.', max_length=60, verbose_name='time zone')),
                ('venue_name', models.CharField(blank=True, max_length=255, verbose_name='venue')),
                ('venue_address', models.TextField(blank=True, verbose_name='address')),
                ('latitude', models.FloatField(blank=True, help_text='Degrees, north positive.', null=True, verbose_name='latitude')),
                ('longitude', models.FloatField(blank=True, help_text='Degrees, east positive.', null=True, verbose_name='longitude')),
                ('accreditation_opens', models.DateTimeField(blank=True, null=True, verbose_name='accreditation opens')),
                ('accreditation_closes', models.DateTimeField(blank=True, null=True, verbose_name='accreditation closes')),
                ('accreditation_note', wagtail.fields.RichTextField(blank=True, help_text='And who needs none.', verbose_name='who needs accreditation')),
                ('accreditation_url', models.URLField(blank=True, verbose_name='address for accreditation')),
                ('stream_url', models.URLField(blank=True, verbose_name='address of the live stream')),
                ('interpretation_codes', models.CharField(blank=True, help_text='Codes of the languages, with commas between: en, fr, uk.', max_length=120, validators=[django.core.validators.RegexValidator('^\\s*[a-z]{2,3}(\\s*,\\s*[a-z]{2,3})*\\s*\\Z', 'Write codes of languages with commas between: en, fr, uk.')], verbose_name='interpretation')),
                ('programme', wagtail.fields.StreamField([('programme_item', 5)], blank=True, block_lookup={0: ('wagtail.blocks.TimeBlock', (), {'help_text': 'Local time, in the zone of the event.', 'label': 'Time', 'required': False}), 1: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Title', 'max_length': 255}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'superscript', 'subscript'], 'label': 'Description', 'required': False}), 3: ('cms.vocabulary.blocks.VocabularyChoiceBlock', (cms.vocabulary.models.Person,), {}), 4: ('wagtail.blocks.ListBlock', (3,), {'label': 'Speakers', 'min_num': 0, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('time', 0), ('title', 1), ('description', 2), ('speakers', 4)]], {})}, verbose_name='programme')),
                ('contacts', wagtail.fields.StreamField([('contact', 4)], blank=True, block_lookup={0: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'help_text': 'A person or an office.', 'label': 'Name', 'max_length': 255}), 1: ('cms.pages.blocks.line.LineBlock', (), {'label': 'Role', 'max_length': 255, 'required': False}), 2: ('wagtail.blocks.EmailBlock', (), {'default': '', 'label': 'E-mail', 'required': False}), 3: ('cms.pages.blocks.verbatim.VerbatimBlock', (), {'label': 'Telephone', 'max_length': 40, 'required': False, 'validators': [django.core.validators.RegexValidator('^\\+?[0-9 ()./-]{5,40}$', 'Write a telephone number such as +32 2 555 01 00.')]}), 4: ('wagtail.blocks.StructBlock', [[('name', 0), ('role', 1), ('email', 2), ('phone', 3)]], {})}, verbose_name='media contacts')),
                ('hero_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.pressimage', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
                'abstract': False,
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, 'wagtailcore.page', models.Model),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='vocabulary.place', verbose_name='place'),
        ),
        migrations.AddField(
            model_name='eventrelated',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_links', to='news.eventpage'),
        ),
        migrations.AddField(
            model_name='eventrelated',
            name='related_page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page'),
        ),
        migrations.AddField(
            model_name='eventslot',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='eventslot',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='time_slots', to='news.eventpage'),
        ),
        migrations.AddField(
            model_name='eventtopic',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='eventtopic',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_links', to='news.eventpage'),
        ),
        migrations.AddField(
            model_name='eventtopic',
            name='topic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='vocabulary.topic', verbose_name='topic'),
        ),
        migrations.AddConstraint(
            model_name='newsindexpage',
            constraint=models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='newsindexpage_regime_known'),
        ),
        migrations.AddConstraint(
            model_name='newsindexpage',
            constraint=models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='newsindexpage_original_language_known'),
        ),
        migrations.AddConstraint(
            model_name='newsindexpage',
            constraint=models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='newsindexpage_body_language_known'),
        ),
        migrations.AddField(
            model_name='newsreleasepage',
            name='hero_image',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.pressimage', verbose_name='picture'),
        ),
        migrations.AddField(
            model_name='newsreleasepage',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='vocabulary.place', verbose_name='dateline place'),
        ),
        migrations.AddField(
            model_name='releasedocument',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='media_library.pressdocument', verbose_name='document'),
        ),
        migrations.AddField(
            model_name='releasedocument',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='releasedocument',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='document_links', to='news.newsreleasepage'),
        ),
        migrations.AddField(
            model_name='releaserelated',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_links', to='news.newsreleasepage'),
        ),
        migrations.AddField(
            model_name='releaserelated',
            name='related_page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page'),
        ),
        migrations.AddField(
            model_name='releasespeaker',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='releasespeaker',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='speaker_links', to='news.newsreleasepage'),
        ),
        migrations.AddField(
            model_name='releasespeaker',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='vocabulary.person', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='releasetag',
            name='content_object',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='news.newsreleasepage'),
        ),
        migrations.AddField(
            model_name='releasetag',
            name='tag',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_items', to='taggit.tag'),
        ),
        migrations.AddField(
            model_name='newsreleasepage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Codes that are the same in both languages. For subjects, use topics.', through='news.ReleaseTag', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.AddField(
            model_name='releasetopic',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='releasetopic',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_links', to='news.newsreleasepage'),
        ),
        migrations.AddField(
            model_name='releasetopic',
            name='topic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='vocabulary.topic', verbose_name='topic'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='eventpage_regime_known'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='eventpage_original_language_known'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='eventpage_body_language_known'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['meeting', 'press_conference', 'visit', 'exercise', 'ceremony', 'briefing'])), name='eventpage_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['scheduled', 'postponed', 'cancelled', 'ended'])), name='eventpage_state_known'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('accreditation_opens__isnull', True), ('accreditation_closes__isnull', True), ('accreditation_closes__gt', models.F('accreditation_opens')), _connector='OR'), name='eventpage_accreditation_in_order', violation_error_message='Accreditation closes before it opens.'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('latitude__isnull', True), models.Q(('latitude__gte', -90), ('latitude__lte', 90)), _connector='OR'), name='eventpage_latitude_on_earth', violation_error_message='A latitude lies between -90 and 90.'),
        ),
        migrations.AddConstraint(
            model_name='eventpage',
            constraint=models.CheckConstraint(condition=models.Q(('longitude__isnull', True), models.Q(('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='eventpage_longitude_on_earth', violation_error_message='A longitude lies between -180 and 180.'),
        ),
        migrations.AddConstraint(
            model_name='eventslot',
            constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('date')), _connector='OR'), name='eventslot_days_in_order', violation_error_message='The last day comes before the first.'),
        ),
        migrations.AddConstraint(
            model_name='eventslot',
            constraint=models.CheckConstraint(condition=models.Q(('end_time__isnull', True), ('start_time__isnull', False), _connector='OR'), name='eventslot_end_needs_start', violation_error_message='A slot that has an end needs a start.'),
        ),
        migrations.AddConstraint(
            model_name='eventslot',
            constraint=models.CheckConstraint(condition=models.Q(('fold__in', ['', 'first', 'second'])), name='eventslot_fold_known'),
        ),
        migrations.AlterUniqueTogether(
            name='eventslot',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='eventtopic',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='releasedocument',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='releasespeaker',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AddIndex(
            model_name='newsreleasepage',
            index=models.Index(fields=['-released_at'], name='newsreleasepage_latest'),
        ),
        migrations.AddConstraint(
            model_name='newsreleasepage',
            constraint=models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='newsreleasepage_regime_known'),
        ),
        migrations.AddConstraint(
            model_name='newsreleasepage',
            constraint=models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='newsreleasepage_original_language_known'),
        ),
        migrations.AddConstraint(
            model_name='newsreleasepage',
            constraint=models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='newsreleasepage_body_language_known'),
        ),
        migrations.AddConstraint(
            model_name='newsreleasepage',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['press_release', 'statement', 'speech', 'article', 'opinion', 'media_advisory', 'official_text'])), name='newsreleasepage_kind_known'),
        ),
        migrations.AlterUniqueTogether(
            name='releasetopic',
            unique_together={('translation_key', 'locale')},
        ),
    ]
