from django.conf import settings
from django.db import migrations, models
import cms.contract.publishable
import cms.pages.preview
import django.core.validators
import django.db.models.deletion
import media_library.names
import modelcluster.fields
import modelsearch.index
import uuid
import wagtail.fields
import wagtail.models.preview


class Migration(migrations.Migration):
    dependencies = [
        ("media_library", "0001_initial"),
        ("vocabulary", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name='CollectionVideo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'video',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ShotlistRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('in_point', models.CharField(help_text='00:01:30.500', max_length=12, validators=[django.core.validators.RegexValidator('^\\d{2}:[0-5]\\d:[0-5]\\d(\\.\\d{3})?\\Z', 'Write hours, minutes and seconds: 00:01:30 or 00:01:30.500.')], verbose_name='in point')),
                ('out_point', models.CharField(help_text='00:01:42.000', max_length=12, validators=[django.core.validators.RegexValidator('^\\d{2}:[0-5]\\d:[0-5]\\d(\\.\\d{3})?\\Z', 'Write hours, minutes and seconds: 00:01:30 or 00:01:30.500.')], verbose_name='out point')),
                ('description', models.TextField(verbose_name='description')),
                ('rights_note', models.CharField(blank=True, max_length=500, verbose_name='note on rights')),
            ],
            options={
                'verbose_name': 'shot',
                'verbose_name_plural': 'shots',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Video',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('working_title', models.CharField(help_text='For the newsroom alone; readers see the titles of its texts.', max_length=255, verbose_name='working title')),
                ('file', models.FileField(blank=True, help_text='MP4 or WebM.', max_length=200, upload_to=media_library.names.video_name, validators=[django.core.validators.FileExtensionValidator(['mp4', 'webm'])], verbose_name='file')),
                ('duration_seconds', models.FloatField(blank=True, null=True, verbose_name='duration in seconds')),
                ('filmed_on', models.DateField(blank=True, null=True, verbose_name='date filmed')),
                ('rights', models.CharField(choices=[('free', 'Free for editorial use'), ('credit', 'Free for editorial use with credit'), ('no_archive', 'Editorial use for a limited time, no archive'), ('restricted', 'Restricted: ask the press service')], default='credit', max_length=20, verbose_name='rights')),
            ],
            options={
                'verbose_name': 'video',
                'verbose_name_plural': 'videos',
                'ordering': ['-pk'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='VideoCollectionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('description', wagtail.fields.RichTextField(blank=True, verbose_name='description')),
            ],
            options={
                'verbose_name': 'collection of videos',
                'verbose_name_plural': 'collections of videos',
                'abstract': False,
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='VideoText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('description', wagtail.fields.RichTextField(blank=True, verbose_name='description')),
                ('transcript', models.TextField(blank=True, help_text='All that is said, in this language.', verbose_name='transcript')),
                ('location', models.CharField(blank=True, help_text='As readers should see it: building, city, country.', max_length=255, verbose_name='location')),
                ('credit', models.CharField(blank=True, max_length=255, verbose_name='credit')),
                ('rights_note', models.TextField(blank=True, help_text='What the code of rights does not say: terms, territories, dates.', verbose_name='note on rights')),
            ],
            options={
                'verbose_name': 'text of a video',
                'verbose_name_plural': 'texts of videos',
                'abstract': False,
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='VideoTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'topic',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MediaIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('original_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='The language that this was first written in. Left empty, it is the language of this version.', max_length=2, verbose_name='original language')),
                ('language_regime', models.CharField(choices=[('both', 'Both languages: everything is translated'), ('summary', 'Summary: title, lead and alternative texts are translated, the body is not'), ('as_delivered', 'As delivered: the body stays in the language it was given in'), ('one_language', 'One language: an exception, with its reason')], default='both', help_text='What readers of the other language get. Readers see the regime on the page.', max_length=20, verbose_name='language regime')),
                ('body_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French')], help_text='For texts as delivered: the language in which the text was given.', max_length=2, verbose_name='language of the body')),
                ('regime_reason', models.TextField(blank=True, help_text='Why this exists in one language only. The reason is public.', verbose_name='reason')),
                ('lead', models.TextField(blank=True, help_text='One or two sentences under the title.', verbose_name='lead')),
            ],
            options={
                'verbose_name': 'index of videos',
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='mediaindexpage_regime_known'), models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='mediaindexpage_original_language_known'), models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='mediaindexpage_body_language_known')],
            },
            bases=(cms.contract.publishable.Publishable, cms.pages.preview.RenderedPreview, 'wagtailcore.page', models.Model),
        ),
        migrations.AddField(
            model_name='shotlistrow',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='video',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='vocabulary.place', verbose_name='place'),
        ),
        migrations.AddField(
            model_name='video',
            name='poster',
            field=models.ForeignKey(blank=True, help_text='The picture shown before the video plays.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.pressimage', verbose_name='poster'),
        ),
        migrations.AddField(
            model_name='collectionvideo',
            name='video',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='collection_links', to='media_library.video', verbose_name='video'),
        ),
        migrations.AddConstraint(
            model_name='videocollectionpage',
            constraint=models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='videocollectionpage_regime_known'),
        ),
        migrations.AddConstraint(
            model_name='videocollectionpage',
            constraint=models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='videocollectionpage_original_language_known'),
        ),
        migrations.AddConstraint(
            model_name='videocollectionpage',
            constraint=models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='videocollectionpage_body_language_known'),
        ),
        migrations.AddField(
            model_name='collectionvideo',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='video_links', to='media_library.videocollectionpage'),
        ),
        migrations.AddField(
            model_name='videotext',
            name='latest_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision'),
        ),
        migrations.AddField(
            model_name='videotext',
            name='live_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision'),
        ),
        migrations.AddField(
            model_name='videotext',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='videotext',
            name='video',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='media_library.video', verbose_name='video'),
        ),
        migrations.AddField(
            model_name='shotlistrow',
            name='text',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='shotlist_rows', to='media_library.videotext'),
        ),
        migrations.AddField(
            model_name='videotopic',
            name='topic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='vocabulary.topic', verbose_name='topic'),
        ),
        migrations.AddField(
            model_name='videotopic',
            name='video',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_links', to='media_library.video'),
        ),
        migrations.AddConstraint(
            model_name='video',
            constraint=models.CheckConstraint(condition=models.Q(('duration_seconds__isnull', True), ('duration_seconds__gt', 0), _connector='OR'), name='video_duration_positive', violation_error_message='A duration is longer than nothing.'),
        ),
        migrations.AddConstraint(
            model_name='video',
            constraint=models.CheckConstraint(condition=models.Q(('rights__in', ['free', 'credit', 'no_archive', 'restricted'])), name='video_rights_known'),
        ),
        migrations.AddConstraint(
            model_name='videotext',
            constraint=models.CheckConstraint(condition=models.Q(('language_regime__in', ['both', 'summary', 'as_delivered', 'one_language'])), name='videotext_regime_known'),
        ),
        migrations.AddConstraint(
            model_name='videotext',
            constraint=models.CheckConstraint(condition=models.Q(('original_language__in', ['', 'en', 'fr'])), name='videotext_original_language_known'),
        ),
        migrations.AddConstraint(
            model_name='videotext',
            constraint=models.CheckConstraint(condition=models.Q(('body_language__in', ['', 'en', 'fr'])), name='videotext_body_language_known'),
        ),
        migrations.AddConstraint(
            model_name='videotext',
            constraint=models.UniqueConstraint(fields=('video', 'locale'), name='videotext_one_per_language', violation_error_message='This video has its text in this language already.'),
        ),
        migrations.AlterUniqueTogether(
            name='videotext',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='shotlistrow',
            unique_together={('translation_key', 'locale')},
        ),
    ]
